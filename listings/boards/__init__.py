"""The boards we can read: one line each."""

from listings.boards import (
    arbeitnow,
    ashby,
    feed,
    greenhouse,
    hackernews,
    himalayas,
    jobicy,
    jobposting,
    jobspresso,
    keyvalues,
    lever,
    moonlight,
    personio,
    recruitee,
    remoteco,
    remoteok,
    remotive,
    smartrecruiters,
    teamtailor,
    weworkremotely,
    workable,
    workingnomads,
)
from listings.boards.base import Board

BOARDS: dict[str, Board] = {
    board.name: board
    for board in (
        remotive.BOARD,
        weworkremotely.BOARD,
        remoteco.BOARD,
        remoteok.BOARD,
        himalayas.BOARD,
        jobicy.BOARD,
        hackernews.BOARD,
        arbeitnow.BOARD,
        workingnomads.BOARD,
        greenhouse.BOARD,
        lever.BOARD,
        ashby.BOARD,
        recruitee.BOARD,
        workable.BOARD,
        teamtailor.BOARD,
        smartrecruiters.BOARD,
        personio.BOARD,
        jobposting.BOARD,
        feed.BOARD,
        jobspresso.BOARD,
        keyvalues.BOARD,
        moonlight.BOARD,
    )
}
