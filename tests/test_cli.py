"""The command line: output, exit statuses, messages, and that starting costs nothing."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import cli
from graph.build import Summary
from graph.errors import StoreBusy

COMMANDS = (
    "build",
    "ask",
    "query",
    "sparql",
    "show",
    "search",
    "path",
    "view",
    "stats",
    "export",
    "validate",
    "why",
    "evaluate",
    "review",
    "diff",
)
ROOT = Path(cli.__file__).parent


def palermo(*arguments: str, env: dict[str, str] | None = None, stdin: str | bytes | None = None) -> Result:
    """Runs a command in this process."""
    runner = CliRunner(env={"PALERMO_STORE": None, "COLUMNS": "100", "NO_COLOR": None, **(env or {})})
    return runner.invoke(cli.main, list(arguments), input=stdin, prog_name="palermo")


def process(*arguments: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command in a process of its own."""
    command = [sys.executable, "-c", "import cli; cli.main(prog_name='palermo')", *arguments]
    full = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    return subprocess.run(command, capture_output=True, env=full, cwd=cwd, timeout=60, check=False)


@pytest.fixture
def at(store_path: Path) -> str:
    return str(store_path)


def test_a_query(at: str) -> None:
    result = palermo("query", "chairs", "--param", "body=ICAT", "--store", at)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "body\tchair\tyear\tdocument\tparagraph\tquote"  # tsv: no terminal here
    assert [line.split("\t")[1:5] for line in lines[1:]] == [
        ["UNODC", "2016", "A/74/127", "105"],
        ["OHCHR", "2017", "A/74/127", "105"],
        ["UNICEF", "2018", "A/74/127", "105"],
        ["OSCE", "2019", "A/74/127", "73; 92; 105"],
        ["UN Women", "2019", "A/74/127", "73; 105"],
    ]
    assert result.stderr == ""


def test_a_question(at: str) -> None:
    result = palermo("ask", "who", "chaired", "ICAT", "in", "2018?", "--store", at)
    assert result.exit_code == 0
    assert re.fullmatch(r"UNICEF +A/74/127, para. 105", result.stdout.splitlines()[0])
    assert "*UNICEF* en *2018*" in " ".join(result.stdout.split())
    assert result.stderr == ""


def test_a_question_as_json(at: str) -> None:
    result = palermo("ask", "Qui a présidé l’ICAT en 2017 ?", "--format", "json", "--store", at)
    found = json.loads(result.stdout)
    assert found["language"] == "fr" and found["query"] == "chairs"
    assert found["answers"] == [{"label": "HCDH", "iri": "https://w3id.org/palermo/id/OHCHR"}]
    assert found["evidence"][0]["paragraph"] == "105" and found["evidence"][0]["start"] >= 0
    assert set(found) == {"question", "language", "answers", "evidence", "query", "sparql"}
    again = palermo("sparql", found["sparql"], "--format", "json", "--store", at)
    assert again.exit_code == 0 and "OHCHR" in again.stdout


def test_a_question_without_an_answer(at: str) -> None:
    result = palermo("ask", "who chaired ICAT in 2015?", "--store", at)
    assert result.exit_code == 1 and result.stdout == "" and "2016, 2017, 2018, 2019" in result.stderr
    result = palermo("ask", "who chaired the Galactic Council?", "--format", "json", "--store", at)
    assert result.exit_code == 1 and json.loads(result.stdout)["answers"] == []


def test_how_a_question_was_understood(at: str) -> None:
    result = palermo("ask", "who chaired ICAT in 2018?", "--explain", "--store", at)
    assert "body = ICAT" in result.stdout and "SELECT ?body ?chair ?year" in result.stdout


def test_no_question_and_no_terminal(at: str) -> None:
    result = palermo("ask", "--store", at)
    assert result.exit_code == 2 and "Give a question" in result.stderr


def test_a_question_too_long(at: str) -> None:
    result = palermo("ask", "ICAT " * 100, "--store", at)
    assert result.exit_code == 2 and "60 words" in result.stderr


def test_all_formats(at: str) -> None:
    def run(form: str) -> str:
        result = palermo("query", "chairs", "--param", "year=2018", "--format", form, "--store", at)
        assert result.exit_code == 0
        return result.stdout

    assert run("table").startswith("body  chair   year  document  paragraph  quote\nICAT  UNICEF  2018  A/74/127  105")
    assert json.loads(run("json"))[0]["chair"]["label"] == "UNICEF"
    assert run("csv").splitlines()[1].startswith("ICAT,UNICEF,2018,A/74/127,105,")
    assert run("tsv").splitlines()[1].startswith("ICAT\tUNICEF\t2018\t")
    assert run("md").splitlines()[1].startswith("| --- |")


def test_the_catalogue(at: str) -> None:
    result = palermo("query")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 25
    assert "Qui a présidé" in palermo("query", "--lang", "fr").stdout


def test_nothing_found(at: str) -> None:
    result = palermo("query", "chairs", "--param", "year=1999", "--format", "json", "--store", at)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "[]\n", "Nothing found.\n")
    assert palermo("search", "zzzz", "--store", at).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "chair"), "chairs"),
        (("query", "chairs", "--param", "chair=UNICF"), "UNICEF"),
        (("query", "chairs", "--param", "president=UNICEF"), "Its columns: body, chair, year"),
        (("query", "chairs", "--param", "UNICEF"), "COLUMN=VALUE"),
        (("query", "chairs", "--param", "year=2018", "--param", "year=2019"), "given twice"),
        (("query", "chairs", "--lang", "de"), "'de' is not one of"),
        (("show", "OSCEE"), "OSCE"),
        (("sparql", "SELECT"), "SPARQL"),
        (("sparql", "DROP ALL"), "only read"),
        (("evaluate", "none.jsonl"), "none.jsonl"),
        (("nonsense",), "No such command"),
        (("search",), "Missing argument"),
    ],
)
def test_wrong_usage_is_told_without_a_traceback(at: str, arguments: tuple[str, ...], message: str) -> None:
    result = palermo("--store", at, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    result = palermo("query", "chairs", "--store", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "palermo build" in result.stderr
    assert "write it as https://" in palermo("stats", "--store", "ftp://example.org/sparql").stderr


def test_where_the_store_is_said(at: str, tmp_path: Path) -> None:
    assert palermo("stats", env={"PALERMO_STORE": at}).exit_code == 0
    assert palermo("--store", at, "stats").exit_code == 0
    assert palermo("--store", str(tmp_path), "stats", "--store", at).exit_code == 0
    assert palermo("stats", "--store", at, env={"PALERMO_STORE": str(tmp_path)}).exit_code == 0
    (tmp_path / "palermo.store").symlink_to(at)
    assert process("stats", cwd=tmp_path).returncode == 0


def test_show(at: str) -> None:
    result = palermo("show", "Groupe interinstitutions", "--lang", "fr", "--store", at)
    assert result.exit_code == 0
    assert result.stdout.startswith("Groupe interinstitutions de coordination contre la traite des personnes\n")
    assert "  2018 · UNICEF (A/74/127, par. 105 [1])\n" in result.stdout
    data = json.loads(palermo("show", "ICAT", "--format", "json", "--store", at).stdout)
    assert data["facts"][0]["query"] == "chairs"


def test_sparql_from_argument_file_and_standard_input(at: str, tmp_path: Path) -> None:
    query = "SELECT ?c WHERE { id:ICAT :chairedBy ?c } ORDER BY ?c LIMIT 1"
    expected = "?c\n<https://w3id.org/palermo/id/OHCHR>\n"
    assert palermo("--store", at, "sparql", query).stdout == expected
    assert palermo("--store", at, "sparql", stdin=query).stdout == expected
    assert palermo("--store", at, "sparql", "-", stdin=query).stdout == expected
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    assert palermo("--store", at, "sparql", "-f", str(tmp_path / "q.rq")).stdout == expected
    assert palermo("--store", at, "sparql", query, "-f", str(tmp_path / "q.rq")).exit_code == 2
    assert palermo("--store", at, "sparql", stdin=b"\xff\xfe").exit_code == 2


def test_files_of_the_catalogue_run_through_sparql_too(at: str) -> None:
    result = palermo("--store", at, "sparql", "-f", str(ROOT / "queries" / "chairs.rq"), "--format", "csv")
    assert len(result.stdout.splitlines()) == 1 + 8  # a row for each piece of evidence


def test_export(at: str, tmp_path: Path) -> None:
    result = palermo("--store", at, "export", "-o", str(tmp_path / "graph.nq"))
    assert result.exit_code == 0
    lines = (tmp_path / "graph.nq").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert palermo("--store", at, "export").stdout_bytes.splitlines() == lines
    assert palermo("--store", at, "export", "-o", str(tmp_path / "no" / "x.nq")).exit_code == 2


def test_evaluate(at: str, tmp_path: Path) -> None:
    fact = {"kind": "chairs", "body": "ICAT", "chair": "UNICEF", "year": "2018", "doc": "A/74/127", "para": "105",
            "quote": "par l’UNICEF en 2018"}  # fmt: skip
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(map(json.dumps, (fact, {**fact, "doc": "other.txt"}))), encoding="utf-8")
    result = palermo("--store", at, "evaluate", str(path), "--show")
    assert result.exit_code == 0
    assert "chairs\t0.200\t0.500\t0.286\t2\t1\t5\t1\n" in result.stdout
    assert result.stdout.count("\nchairs\tunexpected\t") == 4
    assert result.stderr == "Not in the store: other.txt\n"
    assert palermo("--store", at, "evaluate", str(path), "--kind", "cheirs").exit_code == 2


class TestBuild:
    """What `build` passes on and prints; the building itself is tested with the graph."""

    def run(self, monkeypatch: pytest.MonkeyPatch, outcome: Summary | Exception, *arguments: str) -> Result:
        self.calls: list[tuple[Any, ...]] = []

        def build(sources: Any, store: Path, *, force: bool, progress: Any) -> Summary:
            self.calls.append((sources, store, force))
            progress("reading a.txt\x1b[2J")
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr("graph.publish.build", build)
        return palermo("--store", "my.store", "build", *arguments)

    def test_summary_on_stdout_progress_on_stderr(self, monkeypatch: pytest.MonkeyPatch) -> None:
        result = self.run(monkeypatch, Summary(documents=5), "--force", "docs", "-")
        assert result.exit_code == 0
        assert self.calls == [([Path("docs"), "-"], Path("my.store"), True)]
        assert result.stdout.startswith("documents")
        assert result.stderr == "reading a.txt\ufffd[2J\n"

    def test_a_source_that_failed_sets_the_status(self, monkeypatch: pytest.MonkeyPatch) -> None:
        result = self.run(monkeypatch, Summary(failures=[("a.txt", "the file is empty.")]))
        assert result.exit_code == 2
        assert "the file is empty." in result.stdout

    def test_errors(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "Another build" in self.run(monkeypatch, StoreBusy(Path("my.store"))).stderr
        for error in (PermissionError(13, "Permission denied", "x"), MemoryError(), ValueError("bug")):
            result = self.run(monkeypatch, error)
            assert result.exit_code == 2
            assert "palermo:" in result.stderr and "Traceback" not in result.stderr

    def test_ctrl_c(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("graph.publish.build", _interrupted)
        result = palermo("--store", "my.store", "build")
        assert result.exit_code == 130
        assert result.stderr.strip() == "Stopped."


def _interrupted(*arguments: object, **options: object) -> Summary:
    raise KeyboardInterrupt


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    result = palermo(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n\s+palermo {command}\b", result.stdout)


def test_the_examples_of_help_are_valid(at: str) -> None:
    import shlex

    for command in ("query", "show", "search", "stats"):
        text = palermo(command, "--help").stdout
        for line in re.findall(rf"^\s+(palermo {command} .*)$", text, re.MULTILINE):
            result = palermo("--store", at, *shlex.split(line)[1:])
            assert result.exit_code in (0, 1), (line, result.stderr)


def test_help_imports_nothing_but_click_and_itself() -> None:
    code = (
        "import sys, cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "own = ('ontology', 'extract', 'graph', 'queries', 'pyoxigraph', 'rdflib', 'yaml', 'rapidfuzz', 'babel')\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in own), file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, text=True, check=False)
    assert result.stderr == "[]\n"


def test_a_query_imports_nothing_heavy(at: str) -> None:
    code = (
        "import sys, cli\n"
        f"try: cli.main(['--store', {at!r}, 'query', 'chairs', '--param', 'body=ICAT'])\n"
        "except SystemExit: pass\n"
        "heavy = ('rdflib', 'networkx', 'yaml', 'rapidfuzz', 'babel', 'pyvis', 'owlready2', 'pyshacl', 'numpy')\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in heavy), file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, text=True, check=False)
    assert result.stderr == "[]\n"


def test_a_reader_that_goes_away_is_no_error(at: str) -> None:
    script = f"{sys.executable} -c 'import cli; cli.main()' --store {at} export | head -1; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(["bash", "-c", script], capture_output=True, env=env, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == "0"


def test_output_that_the_terminal_cannot_write_is_escaped(at: str) -> None:
    result = process("--store", at, "query", "chairs", "--lang", "fr", PYTHONIOENCODING="latin-1")
    assert result.returncode == 0
    assert b"\\u2019OSCE et ONU-Femmes copr\xe9sident" in result.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    assert b"_PALERMO_COMPLETE" in process(_PALERMO_COMPLETE=f"{shell}_source").stdout


def test_query_names_are_completed() -> None:
    result = process(_PALERMO_COMPLETE="bash_complete", COMP_WORDS="palermo query cha", COMP_CWORD="2")
    assert result.stdout == b"plain,chairs\n"


@pytest.mark.parametrize(("no_color", "bold"), [("", True), ("1", False)])
def test_no_color(monkeypatch: pytest.MonkeyPatch, no_color: str, bold: bool) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert cli._bold() is bold


@pytest.mark.slow
def test_facts_go_out_to_a_table_and_verdicts_come_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A/74/900\n\n1. In 2018, ICAT was chaired by UNICEF.\n")
    store, table = str(tmp_path / "palermo.store"), tmp_path / "facts.csv"
    assert palermo("build", str(tmp_path / "a.txt"), "--store", store).exit_code == 0
    assert palermo("review", "--export", str(table), "--kind", "chairs", "--store", store).exit_code == 0
    head, line = table.read_text(encoding="utf-8-sig").splitlines()
    assert head == "kind,roles,document,paragraph,quote,fact,reviewed,verdict,amendment"
    table.write_text(f"{head}\n{line.removesuffix(',')[:-1]},rejected,\n", encoding="utf-8")
    result = palermo("review", "--apply", str(table), "--by", "Ann", "--on", "2026-11-22", "--store", store)
    assert (result.exit_code, "chairs" in result.stdout) == (0, False)
    assert palermo("query", "chairs", "--store", store).exit_code == 1
    assert palermo("build", str(tmp_path / "a.txt"), "--force", "--store", store).exit_code == 0
    assert palermo("query", "chairs", "--store", store).exit_code == 1
    assert "rejected by Ann" in palermo("review", "--export", "-", "--store", store).stdout


def test_a_review_says_what_it_needs(at: str, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("fact,verdict\na:b,rejected\n")
    apply = ("review", "--apply", str(tmp_path / "facts.csv"), "--store", at)
    for arguments, problem in (
        (("review", "--store", at), "--export or --apply"),
        ((*apply, "--export", "-"), "--export or --apply"),
        (apply, "--by whom"),
        ((*apply, "--by", "Ann", "--on", "now"), "is no day"),
        ((*apply, "--by", "Ann", "--on", "2026-11-22"), "states the fact <a:b>"),
    ):
        result = palermo(*arguments)
        assert (result.exit_code, problem in result.stderr) == (2, True), result.stderr


def test_two_stores_are_compared(at: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A/74/900\n\n1. In 2018, ICAT was chaired by UNICEF.\n")
    other = str(tmp_path / "other.store")
    palermo("build", str(tmp_path / "a.txt"), "--store", other)
    result = palermo("diff", at, other, "--kind", "chairs", "--format", "json")
    assert {entry["change"] for entry in json.loads(result.stdout)} >= {"removed"}
    same = palermo("diff", at, at)
    assert (same.exit_code, same.stderr) == (1, "Nothing found.\n")
    assert palermo("diff", at, str(tmp_path / "none")).exit_code == 2


def test_a_store_elsewhere_that_does_not_answer_or_must_not_be_told_a_password(tmp_path: Path) -> None:
    from tests.graph.servers import free_port

    nowhere = f"http://127.0.0.1:{free_port()}/sparql"
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    for arguments in (("stats",), ("sparql", "ASK {}"), ("show", "ICAT"), ("build",)):
        result = palermo(*arguments, "--store", nowhere, env=env)
        assert result.exit_code == 2
        assert result.stderr.endswith("Check the address, or try again later.\n")
    result = palermo("stats", "--store", "http://a.example/sparql", env={"PALERMO_STORE_TOKEN": "hunter2"})
    assert (result.exit_code, "https" in result.stderr, "hunter2" in result.output) == (2, True, False)
