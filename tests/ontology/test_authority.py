"""The authority files: whole, without contradictions, and without the traps that names set."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from ontology.authority import (
    FOLDER,
    LANGUAGES,
    Record,
    records,
    require_record,
)
from ontology.fold import key
from ontology.types import is_a, parents

#: The identifiers of other data sets that were confirmed; no other may be claimed.
CONFIRMED = {
    "United_Nations": "Q1065", "General_Assembly": "Q47423", "Security_Council": "Q37470", "ECOSOC": "Q170075",
    "Human_Rights_Council": "Q205650", "UNICEF": "Q740308", "UN_Women": "Q641576", "ILO": "Q54129", "UNDP": "Q161718",
    "WHO": "Q7817", "African_Union": "Q7159", "League_of_Arab_States": "Q7172", "OHCHR": "Q656812", "IOM": "Q472311",
    "OSCE": "Q81299", "INTERPOL": "Q8475", "Council_of_Europe": "Q8908", "EU": "Q458", "ASEAN": "Q7768",
    "ECOWAS": "Q193272", "UNFPA": "Q623036",
}  # fmt: skip


def every_name() -> Iterator[tuple[Record, str, str]]:
    for record in records().values():
        for language, names in record.names.items():
            yield from ((record, language, name) for name in names)


@cache
def owners() -> dict[str, set[str]]:
    """Folded name -> ids of the records that bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for record, _, name in every_name():
        found[key(name)].add(record.id)
    return dict(found)


def bearers(name: str) -> set[str]:
    """Ids of the records that bear ``name``, accents and case aside."""
    return owners().get(key(name), set())


def states() -> list[Record]:
    return [record for record in records().values() if record.type == "State"]


def folded(id: str) -> set[str]:
    return {key(name) for names in require_record(id).names.values() for name in names}


# ---- the files as a whole


def test_every_file_gives_records() -> None:
    assert len(records()) > 1500
    assert {path.stem for path in FOLDER.glob("*.yaml")} >= {"states", "un", "instruments", "places", "groups"}


def test_ids_are_readable() -> None:
    assert [id for id in records() if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", id) is None] == []


def test_types_are_known() -> None:
    assert [(r.id, r.type) for r in records().values() if r.type not in parents()] == []


def test_references_resolve() -> None:
    broken = [
        (record.id, other)
        for record in records().values()
        for other in (record.parent, record.country, record.organisation, *record.regions)
        if other is not None and other not in records()
    ]
    assert broken == []


def test_references_have_the_right_type() -> None:
    for record in records().values():
        if record.country is not None:
            assert require_record(record.country).type == "State", record.id
        for region in record.regions:
            assert require_record(region).type == "Region", record.id
        for body in (record.parent, record.organisation):
            assert body is None or is_a(require_record(body).type, "Actor"), record.id


def test_no_record_is_its_own_ancestor() -> None:
    for record in records().values():
        seen, parent = {record.id}, record.parent
        while parent is not None:
            assert parent not in seen, record.id
            seen.add(parent)
            parent = require_record(parent).parent


def test_offices_belong_to_a_body_and_only_offices_do() -> None:
    assert [r.id for r in records().values() if (r.organisation is None) == (r.type == "Office")] == []


def test_outside_identifiers_are_the_confirmed_ones() -> None:
    found = {r.id: r.exact_match for r in records().values() if r.exact_match}
    assert found == {id: (f"http://www.wikidata.org/entity/{item}",) for id, item in CONFIRMED.items()}


def test_treaty_collection_numbers_are_the_confirmed_ones() -> None:
    found = {record.id: record.utc for record in records().values() if record.utc is not None}
    assert found == {"UNTOC": "XVIII-12", "Palermo_Protocol": "XVIII-12-a"}


# ---- names


def test_every_record_has_names_in_both_languages() -> None:
    assert {language for record in records().values() for language in record.names} == set(LANGUAGES)
    assert [record.id for record in records().values() if not all(record.names[lang] for lang in LANGUAGES)] == []


def test_names_are_written_cleanly() -> None:
    for record, _, name in every_name():
        assert name == unicodedata.normalize("NFC", name).strip(), (record.id, name)
        assert re.search(r"[’‘\u00a0\u202f\t\n]|  ", name) is None, (record.id, name)


def test_no_name_is_short_unless_it_is_an_acronym() -> None:
    assert [name for _, _, name in every_name() if len(name) < 3 and not name.isupper()] == []


def test_no_name_is_shared_by_two_records() -> None:
    assert {name: sorted(ids) for name, ids in owners().items() if len(ids) > 1} == {}


def test_no_name_stands_twice_in_a_record() -> None:
    for record in records().values():
        for names in record.names.values():
            loose = [key(name) for name in names if name not in record.exact]
            assert len(loose) == len(set(loose)), record.id


def test_no_adjective_is_shared_by_two_states() -> None:
    states_of: dict[str, set[str]] = defaultdict(set)
    for record in states():
        for word in itertools.chain.from_iterable(record.adjectives.values()):
            states_of[key(word)].add(record.id)
    assert {word: sorted(ids) for word, ids in states_of.items() if len(ids) > 1} == {}


def test_acronyms_and_marked_words_hold_only_as_written() -> None:
    assert "WHO" in require_record("WHO").exact
    assert "World Health Organization" not in require_record("WHO").exact
    assert {"Chad"} == require_record("Chad").exact
    assert "Bénin" in require_record("Benin").exact  # « bénin » is also an adjective


@pytest.mark.parametrize(
    "name",
    ["the Group", "Group", "le Groupe", "the Fund", "Fonds", "Council", "l'Office", "the Assembly", "Assemblée",
     "Convention", "Protocole", "the Protocol", "Commission", "Comité", "Board", "Conférence des Parties"],
)  # fmt: skip
def test_no_name_is_a_short_reference(name: str) -> None:
    assert bearers(name) == set()


@pytest.mark.parametrize(
    "word",
    ["turkey", "china", "guinea", "jordan", "suisse", "grenade", "maurice", "dominique", "male", "sucre", "pacific"],
)
def test_ordinary_words_are_names_only_with_their_capital(word: str) -> None:
    loose = {key(name) for record, _, name in every_name() if name not in record.exact}
    assert word not in loose


@pytest.mark.parametrize(
    ("id", "english", "french"),
    [
        ("ICAT", "ICAT", "Groupe interinstitutions de coordination contre la traite des personnes"),
        ("UNODC", "UNODC", "ONUDC"),
        ("OHCHR", "OHCHR", "HCDH"),
        ("UNHCR", "UNHCR", "HCR"),
        ("IOM", "IOM", "OIM"),
        ("UN_Women", "UN Women", "ONU-Femmes"),
        ("OSCE", "OSCE", "OSCE"),
        ("INTERPOL", "INTERPOL", "INTERPOL"),
        ("CCPCJ", "CCPCJ", "CPCJP"),
        ("EU", "EU", "UE"),
        ("General_Assembly", "General Assembly", "Assemblée générale"),
        ("Palermo_Protocol", "Palermo Protocol", "Protocole relatif à la traite des personnes"),
        ("Iran", "Iran (Islamic Republic of)", "Iran (République islamique d')"),
        ("Viet_Nam", "Viet Nam", "Viet Nam"),
        ("Turkiye", "Türkiye", "Türkiye"),
        ("Czechia", "Czechia", "Tchéquie"),
        ("Belarus", "Belarus", "Bélarus"),
        ("Brunei_Darussalam", "Brunei Darussalam", "Brunéi Darussalam"),
        ("Eswatini", "Eswatini", "Eswatini"),
        ("Cabo_Verde", "Cabo Verde", "Cabo Verde"),
        ("North_Macedonia", "North Macedonia", "Macédoine du Nord"),
        ("Cote_d_Ivoire", "Côte d'Ivoire", "Côte d'Ivoire"),
    ],
)
def test_labels(id: str, english: str, french: str) -> None:
    record = require_record(id)
    assert (record.label("en"), record.label("fr")) == (english, french)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Interagency Coordination Group against Trafficking in Persons", "ICAT"),
        ("Groupe interinstitutions de coordination", "ICAT"),
        ("Office des Nations Unies contre la drogue et le crime", "UNODC"),
        ("Haut-Commissariat des Nations Unies aux droits humains", "OHCHR"),
        ("International Organisation for Migration", "IOM"),
        ("UN Convention against Transnational Organised Crime", "UNTOC"),
        (
            "fonds de contributions volontaires des Nations Unies en faveur des victimes de la traite des personnes",
            "UNVTF",
        ),
        ("ILO Convention No. 182", "ILO_C182"),
        ("Convention (nº 182) de l'OIT", "ILO_C182"),
        ("Protocol of 2014 to the Forced Labour Convention, 1930", "ILO_P029"),
        ("1951 Refugee Convention", "Refugee_Convention"),
        ("directive 2011/36/UE", "Directive_2011_36_EU"),
        (
            "Rapporteuse spéciale sur la traite des êtres humains, en particulier les femmes et les enfants",
            "SR_Trafficking",
        ),
        ("Rapporteur spécial des Nations Unies sur la torture", "SR_Torture"),
        ("Department of Peacekeeping Operations", "DPKO"),
        ("Department of Peace Operations", "DPO"),
        ("Journée mondiale de la lutte contre la traite d'êtres humains", "World_Day_against_TIP"),
        ("Czech Republic", "Czechia"),
        ("Turquie", "Turkiye"),
        ("South Korea", "Republic_of_Korea"),
        ("Swaziland", "Eswatini"),
        ("UK", "United_Kingdom"),
        ("USA", "United_States"),
        ("Londres", "London"),
        ("Afrique de l'Ouest", "Western_Africa"),
    ],
)
def test_a_name_leads_to_its_record(name: str, id: str) -> None:
    assert bearers(name) == {id}


# ---- States


def test_there_are_193_member_states() -> None:
    assert len([record for record in states() if record.member]) == 193


def test_the_other_states_are_the_observers_and_two_more() -> None:
    others = {record.id for record in states() if not record.member}
    assert others == {"Holy_See", "State_of_Palestine", "Cook_Islands", "Niue"}


def test_only_states_are_members_or_have_adjectives_and_regions() -> None:
    assert [r.id for r in records().values() if r.type != "State" and (r.member or r.adjectives or r.regions)] == []


def test_states_have_regions_from_the_widest_to_the_nearest() -> None:
    assert require_record("Kenya").regions == ("Africa", "Sub_Saharan_Africa", "Eastern_Africa")
    continents = {"Africa", "Americas", "Asia", "Europe", "Oceania"}
    assert [state.id for state in states() if state.regions[:1] == () or state.regions[0] not in continents] == []


def test_kosovo_and_taiwan_are_places() -> None:
    assert require_record("Kosovo").type == "Region"
    assert require_record("Taiwan").type == "Region"


def test_adjectives_have_both_genders_and_numbers() -> None:
    assert require_record("Japan").adjectives == {"en": ("Japanese",), "fr": ("japonais", "japonaise", "japonaises")}
    assert require_record("Mexico").adjectives["fr"] == ("mexicain", "mexicaine", "mexicains", "mexicaines")


# ---- traps


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Democratic_Republic_of_the_Congo", "Congo"),
        ("Equatorial_Guinea", "Guinea"),
        ("Guinea_Bissau", "Guinea"),
        ("Papua_New_Guinea", "Guinea"),
        ("South_Sudan", "Sudan"),
        ("Dominican_Republic", "Dominica"),
        ("Northern_Ireland", "Ireland"),
        ("Nigeria", "Niger"),
        ("Human_Rights_Council", "Human_Rights_Committee"),
        ("ECtHR", "ECHR"),
        ("CEDAW_Committee", "CEDAW"),
        ("Global_Compact_on_Refugees", "GCM"),
        ("Palermo_Protocols", "Palermo_Protocol"),
    ],
)
def test_neighbours_do_not_share_a_name(longer: str, shorter: str) -> None:
    assert folded(longer).isdisjoint(folded(shorter))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Congo", "Congo"),
        ("République démocratique du Congo", "Democratic_Republic_of_the_Congo"),
        ("Guinée équatoriale", "Equatorial_Guinea"),
        ("Papouasie-Nouvelle-Guinée", "Papua_New_Guinea"),
        ("Soudan du Sud", "South_Sudan"),
        ("République de Moldova", "Republic_of_Moldova"),
        ("Moldavie", "Republic_of_Moldova"),
        ("Bolivie (État plurinational de)", "Bolivia"),
        ("Bolivia", "Bolivia"),
    ],
)
def test_names_within_names_of_states(name: str, id: str) -> None:
    assert bearers(name) == {id}


def test_trafficking_and_smuggling_are_two_crimes_with_two_protocols() -> None:
    trafficking, smuggling = folded("Palermo_Protocol"), folded("Smuggling_Protocol")
    assert trafficking.isdisjoint(smuggling)
    assert [name for name in trafficking if "smuggling" in name or "trafic illicite" in name] == []
    assert [name for name in smuggling if "traite" in name or "trafficking" in name] == []


@pytest.mark.parametrize(
    ("trafficking", "smuggling"),
    [
        ("Working_Group_on_Trafficking_in_Persons", "Working_Group_on_the_Smuggling_of_Migrants"),
        ("Model_Law_TIP", "Model_Law_SOM"),
        ("Toolkit_to_Combat_TIP", "Toolkit_to_Combat_SOM"),
        ("Global_Programme_against_TIP", "Global_Programme_against_SOM"),
    ],
)
def test_what_is_about_one_crime_is_not_named_after_the_other(trafficking: str, smuggling: str) -> None:
    assert [n for n in folded(trafficking) if "smuggling" in n or "migrants" in n] == []
    assert [n for n in folded(smuggling) if "traite" in n or "trafficking" in n] == []
