"""Writes src/gazetteer/pinyin.json from pypinyin 0.55.0 (MIT); run again only to change the table.

    python3 scripts/build-pinyin.py NAMES.txt    # own names of divisions from the county up, one a line; `pip install pypinyin==0.55.0`

One reading without tone for each character of GB 2312 and of the names, and the names that pypinyin's phrases read otherwise.
"""

import json
import sys

from pypinyin import lazy_pinyin

# What a character reads in names of places and bodies, where pypinyin gives the reading of other words first.
CHARACTERS = {"长": "chang", "乐": "le", "藏": "zang", "都": "du", "佛": "fo", "朝": "chao", "校": "xiao", "调": "diao"}
# Names that pypinyin's phrases read as other words, or lack.
NAMES = {
    "漯河": "luo he", "马尾": "ma wei", "南乐": "nan le", "民乐": "min le", "单县": "shan xian", "浚县": "xun xian",
    "莘县": "shen xian", "歙县": "she xian", "涡阳": "guo yang", "洪洞": "hong tong", "大城县": "dai cheng xian",
    "井陉": "jing xing", "繁峙": "fan shi", "天台县": "tian tai xian", "台州": "tai zhou", "茌平": "chi ping",
    "乐清": "yue qing", "乐亭": "lao ting", "重庆": "chong qing", "六安": "lu an", "东阿": "dong e", "番禺": "pan yu",
}  # fmt: skip
SUFFIX = "市区县省镇乡盟"
LONGEST = 4


def read(text):
    return [syllable.replace("ü", "v") for syllable in lazy_pinyin(text)]


def gb2312():
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def main(path):
    with open(path, encoding="utf-8") as lines:
        places = [line.strip() for line in lines if line.strip()]
    chars = set(gb2312()) | {c for name in places for c in name if "\u4e00" <= c <= "\u9fff"}
    one = {c: read(c)[0] for c in chars} | CHARACTERS
    names = {}
    for place in places:
        name = place.removesuffix("地区")
        name = name[:-1] if len(name) > 2 and name[-1] in SUFFIX else name
        syllables = read(place)[: len(name)]
        if len(name) <= LONGEST and syllables != [one.get(c, c) for c in name]:
            names[name] = " ".join(syllables)
    names = {n: s for n, s in names.items() if not any(c in CHARACTERS for c in n)} | NAMES
    names = {n: s for n, s in names.items() if s.split() != [one.get(c, c) for c in n]}
    syllables = {}
    for c in sorted(chars):
        if one[c].isascii() and one[c].isalpha():
            syllables.setdefault(one[c], []).append(c)
    table = {"syllables": {s: "".join(cs) for s, cs in sorted(syllables.items())}, "names": dict(sorted(names.items()))}
    with open("src/gazetteer/pinyin.json", "w", encoding="utf-8") as out:
        json.dump(table, out, ensure_ascii=False, indent=2)
        out.write("\n")


main(sys.argv[1])
