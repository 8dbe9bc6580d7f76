"""The boards we can read: one line each."""

from listings.boards import (
    ashby,
    greenhouse,
    lever,
    personio,
    recruitee,
    remoteco,
    remotive,
    smartrecruiters,
    teamtailor,
    weworkremotely,
    workable,
)
from listings.boards.base import Board

BOARDS: dict[str, Board] = {
    board.name: board
    for board in (
        remotive.BOARD,
        weworkremotely.BOARD,
        remoteco.BOARD,
        greenhouse.BOARD,
        lever.BOARD,
        ashby.BOARD,
        recruitee.BOARD,
        workable.BOARD,
        teamtailor.BOARD,
        smartrecruiters.BOARD,
        personio.BOARD,
    )
}
