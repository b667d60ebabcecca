"""The command line: parses arguments, calls one function, prints. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from graph.store import Place, Store
    from queries.asking.answer import Outcome
    from queries.render import Answer

FOUND, NOTHING, WRONG, INTERRUPTED = 0, 1, 2, 130
_COMPLETION = """\b
Completion of commands, options and query names:
  bash:  eval "$(_PALERMO_COMPLETE=bash_source palermo)"    in ~/.bashrc
  zsh:   eval "$(_PALERMO_COMPLETE=zsh_source palermo)"     in ~/.zshrc
  fish:  _PALERMO_COMPLETE=fish_source palermo | source     in ~/.config/fish/config.fish

Exit status: 0 done, 1 nothing found or not valid, 2 wrong usage or unreadable input."""
_EXPORTS = ["turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml", "csv", "parquet", "void", "graphml", "gexf"]
Command = TypeVar("Command", bound=Callable[..., Any])


class Program(click.Group):
    """The one place where errors become messages and exit statuses; no traceback reaches a user."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        for stream in (sys.stdout, sys.stderr):  # a terminal that has no É gets \xc9, not an error
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            status = super().main(*args, **kwargs)
        except BaseException as error:  # noqa: BLE001 - the last place before the user: a traceback helps nobody there
            status = _failed(error)
        raise SystemExit(status if isinstance(status, int) else FOUND)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # `palermo query mentions | head`: what was wanted has been read
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the interpreter flushes stdout once more when it ends
            return FOUND
        return status


def _failed(error: BaseException) -> int:
    """Tells what went wrong; gives the exit status."""
    from ontology.errors import PalermoError

    match error:
        case SystemExit():
            raise error
        case click.exceptions.Exit():
            return error.exit_code
        case KeyboardInterrupt() | click.Abort():
            _say("Stopped.")
            return INTERRUPTED
        case click.ClickException():
            error.show()
        case PalermoError():
            _say(f"palermo: {error}")
        case MemoryError():
            _say("palermo: there is not enough memory for this.")
        case OSError():
            _say(f"palermo: {error.filename or 'the system'}: {error.strerror or error}.")
        case _:
            _say(f"palermo: this is a fault of the program ({type(error).__name__}: {error}). Please report it.")
    return WRONG


def _say(text: str) -> None:
    from queries.text import printable

    click.echo(printable(text), err=True)


def _store_option(command: Command) -> Command:
    return click.option("--store", metavar="PATH_OR_URL", help="The store, as before COMMAND.")(command)


def _format_option(command: Command) -> Command:
    form = click.Choice(["table", "json", "csv", "tsv", "md"])
    return click.option("--format", "form", type=form, help="Default: table on a terminal, tsv in a pipe.")(command)


_planned_option = click.option(
    "--include-planned", is_flag=True, help="Also what documents say is to be, marked as planned."
)


def _language_option(command: Command) -> Command:
    languages = click.Choice(["en", "fr"])
    return click.option("--lang", type=languages, default="en", help="Language of the labels; default: en.")(command)


def _place(given: str | None) -> Place:
    from graph.store import place

    root = click.get_current_context().find_root()
    return place(given or str(root.params["store"]))


def _open(given: str | None) -> Store:
    from graph.store import Store

    return Store.open(_place(given))


def _columns() -> int:
    return max(shutil.get_terminal_size((100, 24)).columns, 20)


def _bold() -> bool:
    return sys.stdout.isatty() and os.environ.get("NO_COLOR", "") == ""


def _print(answer: Answer, form: str | None) -> int:
    """Prints an answer; gives the exit status, 1 where it is empty."""
    form = form or ("table" if sys.stdout.isatty() else "tsv")
    click.echo(answer.text(form, columns_wide=_columns(), bold=_bold()), nl=False)
    if answer.empty:
        _say("Nothing found.")
    return NOTHING if answer.empty else FOUND


def _complete_query(context: click.Context, param: click.Parameter, incomplete: str) -> list[str | CompletionItem]:
    from queries.catalogue import names

    return [name for name in names() if name.startswith(incomplete)]


@click.group(cls=Program, epilog=_COMPLETION, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    metavar="PATH_OR_URL",
    envvar="PALERMO_STORE",
    default="palermo.store",
    show_default=True,
    help="The folder of the store, or the address of a SPARQL 1.1 store; also in PALERMO_STORE.",
)
@click.version_option(package_name="palermo", prog_name="palermo")
def main(store: str) -> None:
    """A knowledge graph of UN documents on trafficking in persons, in which every fact shows its source.

    \b
    Example:
      palermo build
      palermo query chairs --param body=ICAT
    """


@main.command()
@click.argument("sources", nargs=-1)
@click.option("--force", is_flag=True, help="Read documents again that have not changed.")
@_store_option
def build(sources: tuple[str, ...], force: bool, store: str | None) -> int:
    """Read files, folders or - (standard input) into the store; with none, the bundled documents.

    Text, HTML, PDF and DOCX are read; standard input may be any of these.

    \b
    Example:
      palermo build reports/ A-74-127.html A-RES-73-3.pdf
    """
    from graph.publish import build_into
    from queries.summary import to_text

    paths: list[Path | Literal["-"]] = ["-" if source == "-" else Path(source) for source in sources]
    summary = build_into(paths, _place(store), force=force, progress=_say)
    click.echo(to_text(summary, columns_wide=_columns()), nl=False)
    return WRONG if summary.failures else FOUND


@main.command()
@click.argument("question", nargs=-1)
@click.option("--explain", is_flag=True, help="Show how the question was understood, and the SPARQL that was run.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_store_option
def ask(question: tuple[str, ...], explain: bool, form: str, store: str | None) -> int:
    """Answer a question in English or in French, with its evidence; on a terminal, without QUESTION, ask for one.

    Exit status 1 where the documents do not say. At the prompt a question may lean on the one before.

    \b
    Examples:
      palermo ask "who chaired ICAT in 2018?"
      palermo ask "quels Etats ont ratifie le protocole de Palerme en 2017" --explain
    """
    from queries.asking.ask import ask as run

    if not question and not sys.stdin.isatty():
        raise click.UsageError('Give a question: palermo ask "who chaired ICAT in 2018?"')
    with _open(store) as opened:
        if not question:
            return _converse(opened, explain)
        outcome = run(opened, " ".join(question))
        _tell(opened, outcome, form, explain)
    return FOUND if outcome.answers else NOTHING


def _tell(store: Store, outcome: Outcome, form: str, explain: bool) -> None:
    """Prints an outcome, and what is to be said beside it."""
    from queries.asking.show import notes, to_text
    from queries.render import to_json

    if form == "json":
        click.echo(to_json(outcome.json()), nl=False)
    else:
        click.echo(to_text(store, outcome, columns_wide=_columns(), bold=_bold(), explained=explain), nl=False)
    for note in notes(outcome):
        _say(note)


def _converse(store: Store, explain: bool) -> int:
    from queries.asking.prompt import run

    run(store, lambda outcome: _tell(store, outcome, "text", explain), failed=lambda error: _say(f"palermo: {error}"))
    return FOUND


@main.command()
@click.argument("name", required=False, shell_complete=_complete_query)
@click.option("--param", "params", multiple=True, metavar="COLUMN=VALUE", help="Fix a column; can be repeated.")
@_planned_option
@_language_option
@_format_option
@_store_option
def query(
    name: str | None, params: tuple[str, ...], include_planned: bool, lang: str, form: str | None, store: str | None
) -> int:
    """Run a query of the catalogue; with no NAME, list them.

    A VALUE is a name, an acronym, a symbol or a way of citing it, in either language, or an IRI; a date or the
    beginning of one; a number; or words of a text.

    \b
    Examples:
      palermo query chairs --param body=ICAT
      palermo query citations --param cited="résolution 2388" --format csv
    """
    from queries.answers import catalogue_answer, query_answer

    if name is None:
        return _print(catalogue_answer(lang), form)
    with _open(store) as opened:
        answer = query_answer(opened, name, params, language=lang, include_planned=include_planned)
        return _print(answer, form)


@main.command()
@click.argument("query", required=False)
@click.option("-f", "--file", type=click.File("rb"), help="Read the query from a file.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "xml", "csv", "tsv", "md", "turtle", "ntriples"]),
    help="json, xml, csv and tsv are the W3C result formats. Default: table on a terminal, tsv in a pipe.",
)
@_store_option
def sparql(query: str | None, file: Any, timeout: float, form: Any, store: str | None) -> int:
    """Run a read-only SPARQL 1.1 query: the argument, a file, or standard input.

    \b
    Example:
      palermo sparql 'SELECT ?chair WHERE { id:ICAT :chairedBy ?chair } ORDER BY ?chair'
    """
    from queries.sparql import run

    if query is not None and file is not None:
        raise click.UsageError("Give the query or a file, not both.")
    if query is None or query == "-":
        query = (sys.stdin.buffer if file is None else file).read().decode("utf-8", "replace")
    terminal = sys.stdout.isatty()
    form = form or ("table" if terminal else "tsv")
    result = run(_place(store), query, timeout=timeout, form=form, columns_wide=_columns(), terminal=terminal)
    click.echo(result.text, nl=False)
    if not result.found:
        _say("Nothing found.")
    return FOUND if result.found else NOTHING


@main.command()
@click.argument("entity")
@_planned_option
@_language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_store_option
def show(entity: str, include_planned: bool, lang: str, form: str, store: str | None) -> int:
    """Show all that is known of one entity, with its sources.

    \b
    Example:
      palermo show "Groupe interinstitutions" --lang fr
    """
    from queries.answers import page_text

    with _open(store) as opened:
        text, others = page_text(
            opened,
            entity,
            language=lang,
            form=form,
            columns_wide=_columns(),
            bold=_bold(),
            include_planned=include_planned,
        )
    click.echo(text, nl=False)
    if others:
        _say(others)
    return FOUND


@main.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=20, help="Of entities, and of passages; default: 20.")
@_language_option
@_format_option
@_store_option
def search(text: str, limit: int, lang: str, form: str | None, store: str | None) -> int:
    """Find entities and passages by words, accents and case aside.

    \b
    Example:
      palermo search "traite des etres humains" --limit 5
    """
    from queries.answers import search_answer

    with _open(store) as opened:
        return _print(search_answer(opened, text, language=lang, limit=limit), form)


@main.command()
@click.argument("start", metavar="A")
@click.argument("goal", metavar="B")
@click.option("--limit", type=click.IntRange(min=1), default=3, show_default=True, help="Of chains.")
@_language_option
@_format_option
@_store_option
def path(start: str, goal: str, limit: int, lang: str, form: str | None, store: str | None) -> int:
    """Show the shortest chains of facts between two entities, with their sources.

    \b
    Example:
      palermo path ICAT "Palermo Protocol"
    """
    from queries.answers import path_answer

    with _open(store) as opened:
        answer, others = path_answer(opened, start, goal, language=lang, limit=limit)
    if others:
        _say(others)
    return _print(answer, form)


@main.command()
@click.argument("entities", nargs=-1, metavar="[ENTITY…]")
@click.option("--depth", type=click.IntRange(1, 6), default=1, show_default=True, help="How many facts away.")
@click.option("--citations", "flags", flag_value="citations", multiple=True, help="Who cites and builds on whom.")
@click.option(
    "--actors", "flags", flag_value="actors", multiple=True, help="Who chairs, joins, funds, works with whom."
)
@click.option("--timeline", "flags", flag_value="timeline", multiple=True, help="Dated facts along a time axis.")
@click.option("--path", "ends", nargs=2, metavar="A B", default=None, help="The shortest chains between two.")
@click.option("--all", "flags", flag_value="all", multiple=True, help="Everything.")
@click.option("--sparql", metavar="QUERY", help="The result of a CONSTRUCT; - reads it from standard input.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of fact; can be repeated.")
@click.option(
    "--from", "since", type=click.IntRange(1000, 3000), metavar="YEAR", help="Only facts of this year or later."
)
@click.option(
    "--to", "until", type=click.IntRange(1000, 3000), metavar="YEAR", help="Only facts of this year or earlier."
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=150, show_default=True, help="Of entities, or dated facts."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; default: standard output."
)
@click.option("--open", "show_it", is_flag=True, help="Show the page in the browser.")
@_language_option
@_store_option
def view(
    entities: tuple[str, ...], flags: tuple[Any, ...], ends: tuple[str, str] | None, sparql: str | None, depth: int,
    kinds: tuple[str, ...], since: int | None, until: int | None, limit: int, output: Path | None, show_it: bool,
    lang: str, store: str | None,
) -> int:  # fmt: skip
    """Make an interactive page, one HTML file that needs no network: what an entity is tied to, or a network.

    \b
    Examples:
      palermo view ICAT -o icat.html
      palermo view --citations --lang fr -o citations.html
      palermo view --path ICAT "Palermo Protocol" -o path.html
      palermo view --timeline UNODC --from 2010 --to 2020 -o timeline.html
    """
    from graph.view.select import Bounds
    from queries.view import save, wanted
    from queries.view import view as run

    bounds = Bounds(limit, frozenset(kinds) or None, since, until)
    sparql = sys.stdin.read() if sparql == "-" else sparql
    what = wanted(entities, flags=flags, path=ends, sparql=sparql, depth=depth, bounds=bounds)
    if output is None and not show_it and sys.stdout.isatty():
        raise click.UsageError("Name a file with -o, or show the page with --open.")
    with _open(store) as opened:
        found = run(opened, what, language=lang)
    if found.note:
        _say(found.note)
    if found.html is None:
        _say("Nothing found.")
        return NOTHING
    if output is None and not show_it:
        click.echo(found.html, nl=False)
        return FOUND
    _say(f"Written: {save(found.html, output, show=show_it)}")
    return FOUND


@main.command()
@_language_option
@_format_option
@_store_option
def stats(lang: str, form: str | None, store: str | None) -> int:
    """Count what the store holds, and name its central actors and communities.

    \b
    Example:
      palermo stats --format md
    """
    from queries.answers import stats_answer

    with _open(store) as opened:
        return _print(stats_answer(opened, language=lang), form)


@main.command()
@click.option("--format", "form", type=click.Choice(_EXPORTS), default="nquads", show_default=True)
@click.option("--entity", "entities", multiple=True, help="Only facts about this entity; can be repeated.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of fact; can be repeated.")
@click.option("--document", "documents", multiple=True, help="Only what this document states; can be repeated.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; for csv and parquet a folder or .zip.")
@_language_option
@_store_option
def export(
    form: Any, entities: tuple[str, ...], kinds: tuple[str, ...], documents: tuple[str, ...], output: Path | None,
    lang: str, store: str | None,
) -> int:  # fmt: skip
    """Write the graph, or a part of it, sorted: the same graph gives the same bytes.

    csv and parquet hold a table for each kind of fact, with a codebook; void describes the data set; graphml and gexf
    hold the network of entities for Gephi and the like.

    \b
    Examples:
      palermo export --format trig -o graph.trig
      palermo export --format csv --entity ICAT -o icat.zip
      palermo export --format gexf --lang fr -o graph.gexf
    """
    from queries.answers import export_to

    if output is None and form in ("csv", "parquet"):
        raise click.UsageError("Name a folder, or a file that ends in .zip, with -o.")
    if form in ("graphml", "gexf") and (entities or kinds or documents):
        raise click.UsageError(f"{form} holds the whole network: leave out --entity, --kind and --document.")
    with _open(store) as opened:
        export_to(opened, form, output, entities=entities, kinds=kinds, documents=documents, language=lang)
    return FOUND


@main.command()
@click.option("--owl", is_flag=True, help="Also look for contradictions, by rules and by the reasoner HermiT (Java).")
@_language_option
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@_store_option
def validate(owl: bool, lang: str, form: Any, store: str | None) -> int:
    """Check the graph against the SHACL shapes; exit status 1 where something is not valid.

    \b
    Example:
      palermo validate --owl
    """
    from queries.answers import validation_text

    with _open(store) as opened:
        text, valid, skipped = validation_text(opened, owl=owl, language=lang, form=form, columns_wide=_columns())
    click.echo(text, nl=False)
    if skipped:
        _say(f"palermo: {skipped}")
    return FOUND if valid else NOTHING


@main.command()
@click.argument("subject")
@click.argument("predicate")
@click.argument("object")
@_language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_store_option
def why(subject: str, predicate: str, object: str, lang: str, form: str, store: str | None) -> int:
    """Tell why a statement holds: who states it, or from what it follows and by which rule.

    \b
    Example:
      palermo why UNICEF org:memberOf ICAT
    """
    from queries.answers import why_text

    with _open(store) as opened:
        text = why_text(opened, subject, predicate, object, language=lang, form=form)
    click.echo(text, nl=False)
    if text == "":
        _say("The graph does not say so, and it does not follow from what it says.")
    return NOTHING if text == "" else FOUND


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, help="Only this kind of fact; can be repeated.")
@click.option("--show", is_flag=True, help="Also list what was missed and what was not expected.")
@_format_option
@_store_option
def evaluate(gold: Path, kinds: tuple[str, ...], show: bool, form: str | None, store: str | None) -> int:
    """Compare the store with annotated facts: precision, recall and F1 for each kind.

    GOLD holds one JSON object a line, `kind`, the columns of its query, `doc`, `para` and `quote`; aliases.json
    beside it, where there is one, the names under which values may appear.

    \b
    Example:
      palermo evaluate facts.jsonl --kind chairs --show
    """
    from queries.answers import evaluation_answer

    with _open(store) as opened:
        answer = evaluation_answer(opened, gold, kinds=kinds, show=show)
        for document in answer.absent:
            _say(f"Not in the store: {document}")
        return _print(answer, form)


@main.command()
@click.option("--export", "table", type=click.File("wb", lazy=True), help="Write the facts to a table; - prints it.")
@click.option("--apply", "judged", type=click.File("rb"), help="Bring in the verdicts of such a table.")
@click.option("--kind", "kinds", multiple=True, help="With --export: only this kind of fact; can be repeated.")
@click.option("--by", help="With --apply: who has judged.")
@click.option("--on", metavar="DATE", help="With --apply: when, as 2026-11-22.")
@_language_option
@_store_option
def review(
    table: Any, judged: Any, kinds: tuple[str, ...], by: str | None, on: str | None, lang: str, store: str | None
) -> int:
    """Have people judge the facts: in a spreadsheet, and back from there.

    Write confirmed, rejected, amended or withdrawn into the column verdict, and beside amended what is to change into
    the column amendment: year=2018; chair=UNICEF. A rejected fact is in no answer any more, also after a new build.

    \b
    Examples:
      palermo review --export facts.csv --kind chairs
      palermo review --apply facts.csv --by "Jane Doe" --on 2026-11-22
    """
    from queries.review import apply
    from queries.review import table as facts
    from queries.summary import to_text

    if (table is None) == (judged is None):
        raise click.UsageError("Give --export or --apply.")
    if judged is None:
        table.write(facts(_place(store), kinds=kinds, language=lang).encode("utf-8-sig"))
        return FOUND
    if by is None or on is None:
        raise click.UsageError("Say --by whom and --on which day the facts were judged.")
    summary = apply(_place(store), judged.read(), by=by, on=on, language=lang, progress=_say)
    click.echo(to_text(summary, columns_wide=_columns()), nl=False)
    return FOUND


@main.command()
@click.argument("before", metavar="STORE_A")
@click.argument("after", metavar="STORE_B")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of fact; can be repeated.")
@_language_option
@_format_option
def diff(before: str, after: str, kinds: tuple[str, ...], lang: str, form: str | None) -> int:
    """List the facts that STORE_B has and STORE_A has not, or the other way round, with their sentences.

    Exit status 1 where both state the same.

    \b
    Example:
      palermo diff january.store june.store --kind ratifications
    """
    from graph.store import Store, place
    from queries.answers import diff_answer

    with Store.open(place(before)) as old, Store.open(place(after)) as new:
        return _print(diff_answer(old, new, kinds=kinds, language=lang), form)


if __name__ == "__main__":
    main()
