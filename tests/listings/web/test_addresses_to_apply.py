"""The web address that an ad's text gives to those who apply."""

from __future__ import annotations

import pytest

from listings.boards import BOARDS
from listings.ingest.sanitise import clean
from listings.web.addresses_to_apply import address_to_apply

JOB = "https://jobs.fernhill.example/1"


def link(name: str = JOB, address: str = JOB) -> str:
    return f'<a href="{address}">{name}</a>'


def address_in(html: str) -> str:
    return address_to_apply(clean(html, BOARDS["hackernews"].terms))


@pytest.mark.parametrize(
    "html",
    [
        f"Net Mender<p>Apply at: {link()}",
        f"<p>We mend nets.</p><p>Apply here:</p><p>{link()}</p>",
        f"Contact: ann [at] fernhill dot example / Apply: {link()}",
        f"Apply: jobs@fernhill.example or visit {link()}",
        f"You don't even need a CV; just go to {link()} and send a few lines to apply.",
        f"You don't even need a CV; just go to {link(address=JOB + '?utm_source=x')} and send a few lines to apply.",
        f"To apply, please visit {link()}.",
        f"<p>{link('Apply now')}</p>",
        f"<p>{link('Click here to apply')}</p>",
        f"Please apply via our {link('careers page')}.",
        f"Learn more and apply {link('here')}.",
        f"Application form: {link()}",
        f"Sounds good? Apply here >> {JOB}",
        f"How to apply: Go here: {link()}",
        f"Please apply at the following link: {JOB}",
        f"Apply here: {link()} (yes, {link('apply here')})",
        f"<p>How to apply:</p><p>Go here: {link()}</p>",
        f"Please apply using this Google Form: {link()}",
        f"You apply by filling out this form: {link()}",
        f"Take the next step by clicking apply and completing the short form: {link()}",
        f"If interested please fill out {link('this form')}!",
        f"If you’re interested, just complete our online form: {link()}",
        f"<li>Fill out our application, located {link('here')}</li>",
        f"<p>How to apply:</p><p>Fill out our application form here: https: {link()}</p>",
        f"Please submit an application {link('here')} that speaks of nets.",
        f"Please send your application ONLY through the following link:<br>{link('jobs.fernhill.example')}",
        f"Please visit our website {link('fernhill.example/jobs')} to submit your online application.",
        f"Go to {link('this page')} and complete the application form.",
        f"Simply use the Apply button or click {link('here')}.",
        f"<p>Apply today! {JOB}</p>",
        f"Apply online: at {link()}",
        f"<p>We welcome everybody, whatever their disability.</p><p>{link('Apply for this job')}</p>",
        f"<p>{link('SUBMIT YOUR APPLICATION TODAY')}</p>",
        f"To apply, submit your resume, portfolio and cover letter on your interest at the following link: {JOB}",
        f"Upload your CV through our {link('careers page')}.",
        f"<p>{link('Apply to join our talent community')}</p>",
    ],
)
def test_words_for_applying_introduce_an_address(html: str) -> None:
    assert address_in(html) == JOB


@pytest.mark.parametrize(
    "html",
    [
        f"We mend nets. {link()}",
        f"We mend nets. {JOB}",
        f"Apply here: {JOB}...",
        f"Apply here: {JOB}…",
        f"Before you apply, read {link()}",
        f"Before you apply here: {link()}",
        f"Please do not apply here: {link()}",
        f"If you need accommodation to apply, visit {link()}",
        f"Our privacy notice for those who apply: {link()}",
        f"You apply {link('machine learning')} to maps.",
        f"We apply at scale what others dream of. {link()}",
        f"How we work: {link()} – and why people apply",
        f"Do you want to apply? Our handbook: {link()}",
        f"Net Mender, apply here: {link()} – Rope Maker, apply here: {link(address=JOB + '2')}",
        f"By completing this form you accept our {link('terms')}.",
        f"Fill out this form to get our newsletter: {link()}",
        f"Submit your application. More of us {link('here')}.",
        f"Send your CV to us and read on at: {link()}",
        f"If interested in nets, visit {link('this page')}.",
        f"We process every application you submit as {link('this page')} says.",
        f"Use our {link('website')} to submit your feedback.",
        "Apply here: " + link(address="javascript:alert(1)"),
        "Apply here: " + link(address="mailto:jobs@fernhill.example"),
        "Apply here: " + link(address="https://fernhill.example@evil.example/1"),
        "Apply here: " + link(address="/jobs"),
        "apply " * 20_000 + '<a href="' * 1_000,
    ],
)
def test_no_other_address_counts(html: str) -> None:
    assert address_in(html) == ""
