"""DOCX files for tests, part by part, as word processors write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header1": "header",
    "header2": "header",
}
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>
 <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch_G"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1_G"/><w:basedOn w:val="HCh"/>
 <w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="5">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="6">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="5"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def run(words: str, properties: str = "") -> str:
    """A run of letters; ``properties`` are elements of w:rPr."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def mark(number: int) -> str:
    """The reference to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def p(content: str, style: str = "", number: tuple[int, int] | None = None, properties: str = "") -> str:
    """A paragraph of words, or of runs; ``number`` is (list, level)."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    runs = content if content.startswith("<w:") else run(content)
    return f"<w:p><w:pPr>{named}{properties}{listed}</w:pPr>{runs}</w:p>"


def table(rows: Sequence[Sequence[str]], cells: str = "") -> str:
    """A table of words; ``cells`` are elements of the properties of its first row."""
    out = []
    for i, row in enumerate(rows):
        head = f"<w:trPr>{cells}</w:trPr>" if i == 0 else ""
        out.append(f"<w:tr>{head}{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>")
    return f"<w:tbl>{''.join(out)}</w:tbl>"


def docx(
    body: str, *, footnotes: Sequence[str] = (), first: str = "", head: str = "", title: str = "", declared: str = ""
) -> bytes:
    """The bytes of a DOCX file. ``first`` and ``head`` are the heads of its first and of its other pages."""
    notes = "".join(f'<w:footnote w:id="{i}">{p(words)}</w:footnote>' for i, words in enumerate(footnotes, 1))
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    references = (
        '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        "<w:titlePg/>"
    )
    section = f"<w:sectPr>{references if first or head else ''}</w:sectPr>"
    content = {
        "document": f"{declared}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>",
        "styles": f"<w:styles {W}>{STYLES}</w:styles>",
        "numbering": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
        "footnotes": f"<w:footnotes {W}>{separator}{notes}</w:footnotes>",
        "header1": f"<w:hdr {W}>{first or '<w:p/>'}</w:hdr>",
        "header2": f"<w:hdr {W}>{head or '<w:p/>'}</w:hdr>",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **PARTS}.items()
    )
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>' for name, kind in PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="b" '
        f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>',
        **{f"word/{name}.xml": text for name, text in content.items()},
    }
    return archive(files)


def archive(files: dict[str, str]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return out.getvalue()
