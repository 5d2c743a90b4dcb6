"""The client against the live service, in front of which faults are played."""

from __future__ import annotations

import datetime as dt
import gzip
import itertools
import json
import threading
import unittest

from faults import ADDRESS, FaultProxy, broken, changed, cut, dribble, status
from passerelle_client import (
    Body,
    NotFound,
    Passerelle,
    ProblemError,
    RateLimited,
    Unauthorized,
    Unavailable,
    UnexpectedAnswer,
    Unreachable,
    models,
)


def busy(code: int = 503, after: str = "0") -> object:
    return status(code, {"Retry-After": after})


def eager(proxy: FaultProxy, **settings: object) -> Passerelle:
    """A client that hardly waits before it tries again."""
    return Passerelle(proxy.address, **{"first_backoff": 0.001, **settings})


class Pages(unittest.TestCase):
    def setUp(self) -> None:
        self.passerelle = Passerelle(ADDRESS)
        self.addCleanup(self.passerelle.close)

    def test_a_walk_meets_every_item_once(self) -> None:
        total = self.passerelle.vocabularies.list_concepts("rome-4", limit=1).page().total
        uris = [concept.uri for concept in self.passerelle.vocabularies.list_concepts("rome-4", limit=7)]
        self.assertGreater(total, 7)
        self.assertEqual(total, len(uris))
        self.assertEqual(total, len(set(uris)))

    def test_filters_hold_from_page_to_page(self) -> None:
        pages = list(self.passerelle.studies.list_studies(territory="R93", limit=2).pages())
        self.assertGreater(len(pages), 1)
        self.assertEqual(pages[0].total, sum(len(page.items) for page in pages))

    def test_no_page_is_asked_for_before_it_is_needed(self) -> None:
        with FaultProxy() as proxy, Passerelle(proxy.address) as passerelle:
            walk = iter(passerelle.vocabularies.list_concepts("rome-4", limit=2))
            self.assertEqual(0, len(proxy.seen))
            list(itertools.islice(walk, 3))
            self.assertEqual(2, len(proxy.seen))

    def test_a_walk_goes_on_from_a_cursor(self) -> None:
        first = self.passerelle.vocabularies.list_concepts("rome-4", limit=2).page()
        rest = self.passerelle.vocabularies.list_concepts("rome-4", limit=100, cursor=first.next)
        self.assertEqual(first.total - 2, sum(1 for _ in rest))

    def test_a_list_without_pages_is_walked_too(self) -> None:
        self.assertIn("rome-4", [vocab.id for vocab in self.passerelle.vocabularies.list_vocabs()])


class Problems(unittest.TestCase):
    def setUp(self) -> None:
        self.passerelle = Passerelle(ADDRESS, language="fr")
        self.addCleanup(self.passerelle.close)

    def test_a_problem_says_what_where_and_which_rule(self) -> None:
        with self.assertRaises(ProblemError) as raised:
            self.passerelle.studies.list_studies(limit=0).page()
        problem = raised.exception
        self.assertEqual(400, problem.status)
        self.assertEqual("limit", problem.errors[0].pointer)
        self.assertTrue(problem.type.endswith("/" + problem.kind))
        self.assertIn("limit", str(problem))
        self.assertIsNone(problem.retry_after)

    def test_statuses_have_errors_of_their_own(self) -> None:
        with self.assertRaises(NotFound):
            self.passerelle.vocabularies.get_concept("rome-4", "Z9999")
        with self.assertRaises(Unauthorized):
            self.passerelle.studies.delete_study("d76cxwgphh")
        with FaultProxy(busy(429), busy(503)) as proxy, Passerelle(proxy.address, retries=0) as passerelle:
            with self.assertRaises(RateLimited) as raised:
                passerelle.service.health()
            self.assertEqual(0.0, raised.exception.retry_after)
            with self.assertRaises(Unavailable):
                passerelle.service.health()

    def test_a_problem_is_told_in_the_language_asked_for(self) -> None:
        with self.assertRaises(NotFound) as french:
            self.passerelle.vocabularies.get_vocab("nope")
        with Passerelle(ADDRESS, language="en") as passerelle, self.assertRaises(NotFound) as english:
            passerelle.vocabularies.get_vocab("nope")
        self.assertEqual(french.exception.type, english.exception.type)
        self.assertNotEqual(french.exception.title, english.exception.title)

    def test_an_answer_of_another_server_is_a_problem_with_its_status(self) -> None:
        page = status(418, {"Content-Type": "text/html"}, b"<h1>418</h1>")
        with FaultProxy(page) as proxy, Passerelle(proxy.address) as passerelle:
            with self.assertRaises(ProblemError) as raised:
                passerelle.service.health()
            self.assertEqual((418, "about:blank"), (raised.exception.status, raised.exception.type))

    def test_what_is_not_the_contract_is_said_to_be_so(self) -> None:
        answers = [
            status(200, {"Content-Type": "text/html"}, b"<p>Bienvenue</p>"),
            status(200, {"Content-Type": "application/json"}, b"{"),
            status(200, {"Content-Type": "application/json"}, b'{"status": 1}'),
            status(301, {"Location": "https://ailleurs.example.org/"}),
        ]
        for answer in answers:
            with FaultProxy(answer) as proxy, Passerelle(proxy.address) as passerelle:
                self.assertRaises(UnexpectedAnswer, passerelle.service.health)


class Retries(unittest.TestCase):
    def test_passing_refusals_and_broken_connections_are_tried_again(self) -> None:
        with FaultProxy(busy(503), busy(429), broken, cut) as proxy, eager(proxy) as passerelle:
            self.assertEqual("UP", passerelle.service.health().status)
            self.assertEqual(5, len(proxy.seen))

    def test_no_more_than_the_client_says(self) -> None:
        with FaultProxy(*[busy()] * 9) as proxy, eager(proxy, retries=2) as passerelle:
            self.assertRaises(Unavailable, passerelle.service.health)
            self.assertEqual(3, len(proxy.seen))

    def test_a_service_in_trouble_is_not_asked_several_times_as_much(self) -> None:
        with FaultProxy(*[busy()] * 99) as proxy, eager(proxy) as passerelle:
            for _ in range(10):
                self.assertRaises(Unavailable, passerelle.service.health)
            self.assertEqual(20, len(proxy.seen))

    def test_a_wait_that_is_too_long_is_left_to_the_caller(self) -> None:
        with FaultProxy(busy(503, "3600")) as proxy, eager(proxy) as passerelle:
            with self.assertRaises(Unavailable) as raised:
                passerelle.service.health()
            self.assertEqual(3600.0, raised.exception.retry_after)
            self.assertEqual(1, len(proxy.seen))

    def test_a_date_is_a_wait_too(self) -> None:
        past = "Wed, 21 Oct 2015 07:28:00 GMT"
        with FaultProxy(busy(503, past)) as proxy, eager(proxy) as passerelle:
            self.assertEqual("UP", passerelle.service.health().status)

    def test_what_may_not_be_done_twice_is_sent_once(self) -> None:
        request = models.TranslationRequest(from_="rome-4", to="rome-3", codes=["M1805"])
        with FaultProxy(busy()) as proxy, eager(proxy) as passerelle:
            self.assertRaises(Unavailable, passerelle.correspondences.translate, request)
            self.assertEqual(1, len(proxy.seen))

    def test_a_deposit_with_a_name_of_its_own_is_sent_again(self) -> None:
        study = models.StudyForm(title="Les métiers du bois", producers=["insee"])
        with FaultProxy(busy()) as proxy, eager(proxy) as passerelle:
            with self.assertRaises(Unauthorized):
                passerelle.studies.deposit_studies(study, idempotency_key="bois-1")
            self.assertEqual(["bois-1", "bois-1"], [each.headers["Idempotency-Key"] for each in proxy.seen])


class Values(unittest.TestCase):
    def setUp(self) -> None:
        self.passerelle = Passerelle(ADDRESS)
        self.addCleanup(self.passerelle.close)

    def test_a_value_that_is_not_known_is_one_all_the_same(self) -> None:
        known = self.passerelle.indicators.get_figures("defm-abc", territory="R44", period="2016-Q4").items[0].outcome
        self.assertTrue(known.is_known)
        swap = changed(f'"outcome":"{known}"'.encode(), '"outcome":"estimé"'.encode())
        with FaultProxy(swap) as proxy, Passerelle(proxy.address) as passerelle:
            outcome = passerelle.indicators.get_figures("defm-abc", territory="R44", period="2016-Q4").items[0].outcome
        self.assertEqual("estimé", outcome)
        self.assertEqual("estimé", outcome.value)
        self.assertIsInstance(outcome, models.FigureOutcome)
        self.assertFalse(outcome.is_known)

    def test_what_a_newer_service_adds_is_passed_over_and_what_an_older_lacks_is_empty(self) -> None:
        health = b'{"status": "UP", "dataVersion": "1", "vocabularies": 3, "later": {"a": 1}}'
        with FaultProxy(status(200, {"Content-Type": "application/json"}, health)) as proxy:
            with Passerelle(proxy.address) as passerelle:
                self.assertEqual([], passerelle.service.health().unreadable)

    def test_accents_go_there_and_back(self) -> None:
        label = "la prospective, les évolutions et mutations économiques"
        self.assertEqual(label, self.passerelle.vocabularies.get_concept("themes", "prospective").pref_label)
        found = self.passerelle.search.lookup(label=label, vocab="themes").items[0]
        self.assertEqual((label, "prospective"), (found.input, found.concept.code if found.concept else ""))
        sent = self.passerelle.search.lookup_all(models.LookupRequest(vocab="themes", labels=[label])).items[0]
        self.assertEqual((label, "prospective"), (sent.input, sent.concept.code if sent.concept else ""))
        with self.assertRaises(NotFound) as raised:
            self.passerelle.vocabularies.get_concept("rome-4", "Métier é")
        self.assertIn("Métier é", raised.exception.detail)

    def test_moments_and_days_are_typed(self) -> None:
        vocab = self.passerelle.vocabularies.get_vocab("rome-4")
        self.assertIsInstance(vocab.source.modified, dt.date)
        study = next(iter(self.passerelle.studies.list_studies()))
        self.assertIsInstance(study.created, dt.datetime)

    def test_a_form_is_written_with_its_names_and_without_what_is_not_said(self) -> None:
        study = models.StudyForm(title="Métiers", abstract="Résumé", period_studied=models.StudyPeriodForm(start="2024"))
        with FaultProxy() as proxy, Passerelle(proxy.address) as passerelle:
            self.assertRaises(Unauthorized, passerelle.studies.put_study, "insee:x", study)
            self.assertEqual(
                {"title": "Métiers", "abstract": "Résumé", "periodStudied": {"start": "2024"}},
                json.loads(proxy.seen[0].sent),
            )

    def test_formats_that_are_not_json_are_there_by_raw(self) -> None:
        table = self.passerelle.raw.indicators.get_figures("defm-abc", territory="R44", period="2016-Q4", format="csv")
        self.assertEqual((200, "text/csv"), (table.status, table.media_type))
        self.assertIn("R44", table.text())
        with self.assertRaises(UnexpectedAnswer):
            self.passerelle.indicators.get_figures("defm-abc", territory="R44", period="2016-Q4", format="csv")
        self.assertIn("code", self.passerelle.deposits.get_deposit_template(kind="csv"))

    def test_a_file_is_sent_as_what_it_is(self) -> None:
        with FaultProxy() as proxy, Passerelle(proxy.address, key="inconnue") as passerelle:
            rows = Body("titre\nMétiers\n".encode(), "text/csv")
            self.assertRaises(Unauthorized, passerelle.studies.deposit_studies, rows)
            [sent] = proxy.seen
            self.assertEqual(("text/csv", "Bearer inconnue"), (sent.headers["Content-Type"], sent.headers["Authorization"]))

    def test_every_type_of_the_contract_is_there(self) -> None:
        from passerelle_client._values import _decoder, _fields

        kinds = [each for each in vars(models).values() if hasattr(each, "__dataclass_fields__")]
        self.assertGreater(len(kinds), 100)
        for kind in kinds:
            self.assertTrue(all(not name.startswith(("_", "var_")) for name, *_ in _fields(kind)), kind)
            self.assertTrue(callable(_decoder(kind)))


class Cache(unittest.TestCase):
    def test_an_earlier_answer_is_told_again_once_the_service_says_that_it_holds(self) -> None:
        with FaultProxy() as proxy, Passerelle(proxy.address) as passerelle:
            first = passerelle.raw.vocabularies.get_concept("rome-4", "M1805")
            again = passerelle.raw.vocabularies.get_concept("rome-4", "M1805")
            self.assertEqual(first.etag, proxy.seen[1].headers["If-None-Match"])
            self.assertEqual((False, True), (first.unchanged, again.unchanged))
            self.assertEqual((200, first.body), (again.status, again.body))
            self.assertEqual(
                passerelle.vocabularies.get_concept("rome-4", "M1805"),
                passerelle.vocabularies.get_concept("rome-4", "M1805"),
            )

    def test_another_question_is_not_answered_by_it(self) -> None:
        with Passerelle(ADDRESS) as passerelle:
            french = passerelle.raw.vocabularies.get_concept("themes", "emploi", lang="fr")
            english = passerelle.raw.vocabularies.get_concept("themes", "emploi", lang="en")
        self.assertNotEqual(french.body, english.body)
        self.assertFalse(english.unchanged)

    def test_what_may_not_be_stored_is_not(self) -> None:
        secret = status(200, {"Content-Type": "application/json", "ETag": '"1"', "Cache-Control": "no-store"}, b"{}")
        with FaultProxy(secret) as proxy, Passerelle(proxy.address) as passerelle:
            passerelle.raw.service.health()
            passerelle.raw.service.health()
            self.assertIsNone(proxy.seen[1].headers["If-None-Match"])

    def test_it_is_bounded(self) -> None:
        with FaultProxy() as proxy, Passerelle(proxy.address, cache_bytes=10) as passerelle:
            passerelle.raw.vocabularies.get_concept("rome-4", "M1805")
            passerelle.raw.vocabularies.get_concept("rome-4", "M1805")
            self.assertIsNone(proxy.seen[1].headers["If-None-Match"])


class Connections(unittest.TestCase):
    def test_the_client_says_who_it_is_and_takes_compressed_answers(self) -> None:
        packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        health = gzip.compress(b'{"status": "UP", "dataVersion": "1", "vocabularies": 3, "unreadable": []}')
        with FaultProxy(status(200, packed, health)) as proxy:
            with Passerelle(proxy.address, application="portail/2.1") as passerelle:
                self.assertEqual("UP", passerelle.service.health().status)
            self.assertEqual("portail/2.1 passerelle-python/0.1.0", proxy.seen[0].headers["User-Agent"])
            self.assertEqual("gzip", proxy.seen[0].headers["Accept-Encoding"])

    def test_an_answer_that_is_too_late_is_not_waited_for(self) -> None:
        release = threading.Event()
        with FaultProxy(lambda _: release.wait(60)) as proxy, Passerelle(proxy.address) as passerelle:
            with self.assertRaises(Unreachable) as raised:
                passerelle.service.health(timeout=0.2)
            release.set()
            self.assertTrue(raised.exception.is_timeout)
            self.assertEqual(1, len(proxy.seen))

    def test_nor_is_one_that_comes_byte_by_byte(self) -> None:
        with FaultProxy(dribble) as proxy, Passerelle(proxy.address, timeout=0.5) as passerelle:
            with self.assertRaises(Unreachable) as raised:
                passerelle.service.health()
            self.assertTrue(raised.exception.is_timeout)

    def test_a_service_that_is_not_there_is_unreachable(self) -> None:
        with FaultProxy() as proxy:
            address = proxy.address
        with Passerelle(address, retries=1, first_backoff=0.001) as passerelle:
            with self.assertRaises(Unreachable) as raised:
                passerelle.service.health()
            self.assertFalse(raised.exception.is_timeout)

    def test_a_connection_is_used_again_by_many_threads(self) -> None:
        with Passerelle(ADDRESS) as passerelle:
            labels: list[str] = []
            threads = [
                threading.Thread(
                    target=lambda: labels.append(passerelle.vocabularies.get_concept("rome-4", "M1805").pref_label)
                )
                for _ in range(8)
            ]
            for each in threads:
                each.start()
            for each in threads:
                each.join(60)
        self.assertEqual(["Développeur / Développeuse informatique"] * 8, labels)

    def test_an_address_is_that_of_a_service(self) -> None:
        for wrong in ("donnees.example.org", "ftp://example.org", "http://", "http://example.org?a=1"):
            self.assertRaises(ValueError, Passerelle, wrong)


if __name__ == "__main__":
    unittest.main()
