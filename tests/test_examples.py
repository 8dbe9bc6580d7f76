"""What an everyday run leaves out of the tables of tests, and how the tables of the database are emptied after one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command

from listings.models import Company, Listing, Posting, Source
from tests.examples import few, sampled
from tests.listings.making import listing_with


def test_the_first_case_of_each_key_always_runs() -> None:
    cases = sampled([("a", 1), ("b", 1), ("a", 2)], key=lambda letter, number: letter)
    assert [case.values for case in cases] == [("a", 1), ("b", 1), ("a", 2)]
    assert [[mark.name for mark in case.marks] for case in cases] == [[], [], ["slow"]]


def test_a_few_cases_always_run() -> None:
    cases = few(["a", ("b", 1), "c"], 2)
    assert [case.values for case in cases] == [("a",), ("b", 1), ("c",)]
    assert [[mark.name for mark in case.marks] for case in cases] == [[], [], ["slow"]]


@pytest.mark.django_db(transaction=True)
def test_rows_that_refer_to_each_other_are_deleted_and_permissions_stay() -> None:
    listing_with("Baker", merged_into=listing_with("Cook"))
    permissions = Permission.objects.count()
    assert permissions
    call_command("flush", interactive=False, reset_sequences=False, verbosity=0)
    assert [model.objects.count() for model in (Listing, Posting, Company, Source)] == [0, 0, 0, 0]
    assert Permission.objects.count() == permissions
