"""A page is gone where it says so of itself: in a heading or a notice, not in the ad's prose or of another ad."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.boards.formats.gone import gone_notice
from listings.boards.formats.html import parse_html
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.tables import table

NOTICES = """
This job is no longer available.
This job is not available anymore
This job isn’t available right now
This vacancy is closed.
This role is no longer accepting applications.
This requisition is no longer active
This job posting is no longer active.
This job listing has expired
This posting has expired and is no longer available
This opportunity is closed
This ad has been removed
This job has now closed
This job is expired
This position is closed for applications
This position has been closed by the employer
The position has been filled.
The job posting has been closed.
The job you are looking for is no longer open
The vacancy you are looking for has expired.
The position you requested does not exist
Sorry, this job was removed at 05:05 p.m.
Sorry, this job expired on Nov 3
Unfortunately, this position has already been filled.
We're sorry, but this role has been withdrawn.
Oops! This job has been taken down
It looks like this job is no longer available
Thank you for your interest, but this position has been filled.
Error: The requested job could not be found.
This job expired 3 days ago
Job expired
Job not found
No job found.
Position filled
Listing closed
Job no longer available | Saltmarsh
No longer accepting applications
We are no longer accepting applications for this position.
Applications closed
Applications for this position are now closed.
Status: Closed
Diese Stellenanzeige ist abgelaufen.
Diese Position wurde bereits besetzt
Die Stelle ist leider nicht mehr verfügbar
Leider ist diese Stelle nicht mehr verfügbar.
Leider wurde die Position bereits vergeben.
Die gewünschte Stelle konnte nicht gefunden werden.
Stelle bereits besetzt
Job nicht mehr verfügbar
Die Bewerbungsfrist ist abgelaufen
Es werden keine Bewerbungen mehr angenommen.
Cette offre n'est plus disponible
Cette offre d’emploi a expiré
Cette annonce n’est plus en ligne
Désolé, ce poste a été pourvu.
Cette offre est clôturée
L'annonce a expiré.
Offre expirée
Poste pourvu
Esta oferta ya no está disponible.
Lo sentimos, esta oferta de empleo ha caducado
La vacante ha sido cubierta
El puesto ya fue cubierto
Oferta finalizada
Esta vaga foi encerrada
Desculpe, esta vaga já foi preenchida
Esta vaga não está mais disponível
Esta oferta já não está disponível
Vaga preenchida
Inscrições encerradas
Questa offerta non è più disponibile.
Spiacenti, questa posizione è stata chiusa.
L'offerta è scaduta
Annuncio scaduto
Deze vacature is gesloten.
Helaas, deze vacature is niet meer beschikbaar
Helaas is deze vacature niet meer beschikbaar
Deze functie is inmiddels vervuld
Vacature verlopen
Ta oferta jest już nieaktualna
Ta oferta pracy jest nieaktywna
Oferta pracy wygasła
Ogłoszenie archiwalne
Rekrutacja została zakończona
Nie znaleziono oferty pracy
""".strip().splitlines()
NO_NOTICES = """
What happens when this position is no longer available?
We take the ad down when this job is no longer available.
If this job has expired, call us.
Net Mender (this job has expired)
This role is closed to agencies.
This position is no longer available to contractors.
This position is not available for remote work
This position is not accepting applications from agencies
The role is not open to students
This position is open until filled
This role will be closed soon.
This job is closed on Sundays
This job was filled by a friend last time.
This position is filled with variety
The role has ended up being fun.
The project has been closed source for years.
The position has been created for you.
This job is available
Position closes on Friday
Applications close 5 May
Job expiring soon
Filled with joy
Diese Stelle ist ab sofort verfügbar
Die Stelle ist zu besetzen
Cette offre est disponible
Esta oferta está disponible
Esta vaga está aberta
Questa offerta è disponibile
Deze vacature is open
Ta oferta jest aktualna
""".strip().splitlines()


def said(body: str, prose: str = "") -> str:
    page = parse_html(f"<!doctype html><html><body><h1>Net Mender</h1>{body}</body></html>")
    return gone_notice(page, prose, "https://saltmarsh.example/jobs/mender")


@table("notice", NOTICES)
def test_a_notice_says_so(notice: str) -> None:
    assert said(f"<div class='alert'><p>{notice}</p></div>")


@table("sentence", NO_NOTICES)
def test_other_sentences_do_not(sentence: str) -> None:
    assert said(f"<p>{sentence}</p>") == ""


@table(
    "body",
    [
        "<h2>This job has expired</h2>",
        "<div>This job has expired<br>See our others.</div>",
        "<p><b>This job</b> has <em>expired</em>.</p>",
        "<p>Thanks for coming by. This job has expired.</p>",
        "<button disabled>Applications closed</button>",
        "<h2>Similar jobs</h2><p>Rope Maker</p><h2>This job has expired</h2>",
        "<p>This job has expired. <a href='/jobs'>See others</a></p>",
        "<div class='alert'><h3>This job has expired</h3><p>It was filled.</p><a href='/jobs'>All jobs</a></div>",
        "<div class='alert'><h3>This job has expired</h3></div><div class='text'><p>We mend nets.</p></div>",
        f"<div><h3>This job has expired</h3><p>{'We mend nets. ' * 30}</p><a href='/jobs/2'>Rope Maker</a></div>",
        "<dl><div><dt>Status</dt><dd>This job is closed</dd></div><div><dt>Place</dt><dd>Quay</dd></div></dl>",
    ],
)
def test_in_a_heading_or_a_notice(body: str) -> None:
    assert said(body)


@table(
    "body",
    [
        "<p hidden>This job has expired</p>",
        "<p style='color: red; display:none'>This job has expired</p>",
        "<div class='notice d-none'><p>This job has expired</p></div>",
        "<div aria-hidden=true>This job has expired</div>",
        "<p v-if='job.closed'>This job has expired</p>",
        "<template><p>This job has expired</p></template>",
        "<noscript>This job has expired</noscript>",
        "<script>const text = 'This job has expired'</script>",
        "<!-- This job has expired -->",
        "<aside><p>This job has expired</p></aside>",
        "<footer>This job has expired</footer>",
        "<ul><li>This job has expired</li></ul>",
        "<details><summary>This job has expired</summary></details>",
        "<dialog>This job has expired</dialog>",
        "<section class='related-jobs'><p>This job has expired</p></section>",
        "<div id='faq'><h3>This job has expired</h3></div>",
        "<h2>Similar jobs</h2><h3>Rope Maker</h3><p>This job has expired</p>",
        "<h2>Ähnliche Stellen</h2><p>Diese Stelle ist bereits besetzt.</p>",
        "<h3><a href='/jobs/2'>Rope Maker</a></h3><p>This job has expired</p>",
        "<a href='/jobs/2'><h3>Rope Maker</h3><p>This job has expired</p></a>",
        "<p><a href='/jobs/2'>Rope Maker</a> – this job has expired</p>",
        f"<p>This job has expired {'and so on ' * 100}</p>",
        "<div><div class='card'><h3>This job has expired</h3><p>Acme</p><a href='/jobs/2'>View</a></div></div>",
        "<div><p>This job has expired</p><p>Acme</p><div><a href='2'>View</a></div></div>",
        "<div><div><h3>This job has expired</h3><p>Acme</p></div><div><h3>Rope Maker</h3><p>Acme</p></div></div>",
        "<div class='next'><span>Next:</span><div>This job has expired</div></div>",
        "<h2>More from Acme</h2><div><h3>This job has expired</h3><p>Acme</p></div>",
        "<h2>Discover similar jobs</h2><h3>This job has expired</h3>",
    ],
)
def test_not_what_is_hidden_or_about_another_ad(body: str) -> None:
    assert said(body) == ""


def test_not_the_ads_own_prose() -> None:
    prose = "<p>The position has been filled. Twice, in fact: we grow.</p>"
    assert said(prose, prose) == ""
    assert said(prose)


def page(*titles: str) -> Response:
    postings = ",".join(
        f'{{"@type": "JobPosting", "title": "{title}", "hiringOrganization": "Saltmarsh", "url": "/jobs/{title}"}}'
        for title in titles
    )
    body = f'<!doctype html><script type="application/ld+json">[{postings}]</script><p>This job has expired.</p>'
    return Response(Request("https://saltmarsh.example/jobs/Mender"), body.encode())


def test_a_page_of_one_ad_is_rejected_with_the_notice() -> None:
    read = BOARDS["jobposting"].parse(page("Mender"))
    assert (list(read.ads), read.rejected[0].reason) == ([], "its page says that it is gone: 'This job has expired.'")
    assert BOARDS["jobposting"].closed(page("Mender"))


def test_a_page_of_several_ads_does_not_tell_which_is_gone() -> None:
    assert len(BOARDS["jobposting"].parse(page("Mender", "Maker")).ads) == 2


@table(
    "piece",
    few(["sorry ", "<p>this job</p>", "the job ", "this ", "job you a ", "<h2>more ", "<b>", "leider ", "a. ", "’"], 2),
)
def test_time_grows_no_faster_than_the_page(piece: str) -> None:
    assert_growth(lambda length: said(piece * (length // len(piece))), 20_000, below=10)
