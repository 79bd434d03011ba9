"""Splits plain text into sentences and words the way UD English does, with character offsets."""

import re

ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No|Prof|Rev|Hon|Pres|vs|etc|Jan|Feb|Mar|Apr|Aug"
    r"|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|U\.S|U\.N|U\.K|E\.U|a\.m|p\.m)|\b[A-Z])\.$"
)
BOUNDARY = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
WORD = re.compile(
    r"https?://\S+|(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No|Prof|Rev|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd)\."
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])|[^\W_]+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m|S)\b"
    r"|[Ss]hi[’']ites?|[^\W_]+|\.{2,}|-{2,}|\s|."
    , re.S)


def sentences(text):
    """Yields (start, end) character ranges of the sentences of `text`."""
    for paragraph in re.finditer(r"[^\n]+", text):
        body, base, last = paragraph.group(), paragraph.start(), 0
        for match in BOUNDARY.finditer(body):
            stop = match.start() + 1
            if body[match.start()] == "." and ABBREVIATIONS.search(body[last:stop]):
                continue
            yield base + last, base + match.end()
            last = match.end()
        if body[last:].strip():
            yield base + last, base + len(body)


def words(text):
    """Yields (form, start, end) for the words of one sentence."""
    result = []
    for match in WORD.finditer(text):
        form = match.group()
        if form.isspace():
            continue
        if form.lower() == "cannot":
            result += [(form[:3], match.start(), match.start() + 3), (form[3:], match.start() + 3, match.end())]
        else:
            result.append((form, match.start(), match.end()))
    return result
