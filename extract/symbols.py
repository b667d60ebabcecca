"""What a United Nations symbol looks like: 'A/74/127', 'S/RES/2388 (2017)', 'A/RES/491 (V)', 'A/81/6 (Sect. 13)';
those of the governing bodies of WHO, IMO and the Organization of American States: 'WHA70.15', 'EB152.R3', 'A.1098(29)',
'AG/RES. 3041 (LV-O/25)', 'ACHPR/Res.141 (XLIV) 2008'.
"""

from __future__ import annotations

SYMBOL_PATTERN = (
    r"(?<![\w/.])(?:(?:WHA\d{1,3}\.|EB\d{2,3}\.R)\d{1,3}(?![\d/])|(?:A|MSC)\.\d{2,4}\(\d{2,3}\)|"
    r"(?:AG|CP|CIDI)/(?:RES|DEC|doc)\. ?\d{1,5}(?:/\d\d)?(?: ?\((?:[IVXLC]+-[A-Z]{1,2}|\d{1,4})/\d\d\))?"
    r"|(?:ACHPR|CADHP)/R[eé]s\.\s?\d{1,4}(?:\s?\([IVXLC]{1,9}\)(?:\s?\d{4})?)?(?![\w/])"
    r"|Assembly/AU/(?:Dec|Decl|Res)\.\d{1,4}(?: ?\([IVXLC]+\))?"
    r"|(?:[A-Z]{1,6}(?:\.[0-9A-Z]{1,4})?)/(?:[A-Z0-9][A-Za-z0-9.\-]{0,20}/){0,6}"
    r"(?=[A-Za-zé0-9.\-]{0,20}\d)[A-Z0-9][A-Za-zé0-9.\-]{0,20}(?<![.\-])"
    r"(?:\s?\((?:\d{4}|[IVXLC]{1,8}|Sect\.\s?\d{1,3}|Part\s[IVX]{1,4}|Vol\.\s?[IVX\d]{1,4}|Chap\.\s?\d{1,3}|SUPP)\)(?:/(?:Part\s[A-Z]|(?:Add|Corr|Rev)\.\d{1,3})){0,3})?)"
)
