"""Lexicon 词表: the words by which a clause says what it does with a figure, whatever the topic."""

from enum import Enum
from typing import Final

from mingzhang.narrative.prose.pattern import expression


class Word(Enum):
    """What a word does in a clause."""

    NUMBER = "数"
    SUBJECT = "主语"
    ITEM = "科目"
    STOP = "。"
    SEMICOLON = "；"
    COMMA = "，"
    PAUSE = "、"
    OPEN = "（"
    CLOSE = "）"
    AMONG = "其中"
    REASON = "原因"
    PURPOSE = "用于"
    LIST = "包括"
    MORE = "增加"
    LESS = "减少"
    LEVEL = "持平"
    ABOVE = "大于"
    BELOW = "小于"
    EQUAL = "等于"
    SHARE = "占"
    DONE = "完成"
    RATE_DONE = "完成率"
    BUDGET = "年初预算"
    ADJUSTED = "全年预算"
    ANY_BUDGET = "预算"
    ACTUAL = "决算"
    PRIOR = "上年"
    SAME_PERIOD = "同比"
    OTHER_PERIOD = "环比"
    INCOMPARABLE = "不可比"
    DIFFERENCE = "差异率"
    AGAINST = "比"
    COMPARED = "相比"
    EACH = "各"
    RESPECTIVELY = "分别"
    AND = "和"
    MEASURE = "批次"
    AVERAGE = "人均"


_BUDGET_NOUN: Final = "(财政|绩效|管理|单位|部门|执行|编|项目|金额|法|资金|收入|科目|指标|公开)"
_YEAR_AHEAD: Final = "(19|20)\\d\\d年|上一?年|上一度|去年|年初|全年|调整|预算|支出预算|决算"
_MUCH: Final = "(大|多|好|快|高|少|小|低|为|强|差|长|短|严|去年底)"

_PATTERNS: Final[tuple[tuple[str, Word], ...]] = (
    ("[。\n]", Word.STOP),
    (";", Word.SEMICOLON),
    ("其中", Word.AMONG),
    ("(主要|具体|增减|变动|变化|差异|上述)*(变动|变化|差异|增减)?原因(是|为|在于|主要|:|如下|系)*", Word.REASON),
    ("主要是?(由于|因为|因(?!公)|系|受)|主要是(?!用于)", Word.REASON),
    ("是?由于|因为|得益于|是因(?!公)|受[^,。;]{1,8}影响|因(?!公|素|私)", Word.REASON),
    ("(主要|具体|其中)?(包括|包含|包括有|有)(:|以下|了)?(?=[^,。;、]{2,20}[、。;,\n]|$)", Word.LIST),
    ("(主要|具体|全部)?(是|系)?(支出)?用(于|途)(?!以下|下列|如下)(包括|为|是|:)*", Word.PURPOSE),
    ("(?<=[,。;:(])(即|是|系)?指(?![标导挥数定引])", Word.PURPOSE),
    ("(主要|开支)?(支出|开支)内容(主要)?(包括|为|是|:)+|主要(支出|开支|保障|反映)(?!决算)", Word.PURPOSE),
    ("(支出)?(年初|全年|调整)?(预算)?(完成|执行)(率|进度|比例)", Word.RATE_DONE),
    ("(预决算|预、决算|预算与决算|决算与预算)的?差异率", Word.DIFFERENCE),
    ("完成了?", Word.DONE),
    ("年?初(批复)?的?(部门)?(支出)?预算(安排|批复|下达|支出)?(数|额|金额|指标)?", Word.BUDGET),
    ("(全年|调整后?的?|全年调整|变更后?)预算(安排|批复)?(数|额|金额)?|预算调整后?数", Word.ADJUSTED),
    (f"(?<!公共)(?<!基金)(?<!经营)预算(安排|批复|支出)?(数|额|金额)?(?!{_BUDGET_NOUN})", Word.ANY_BUDGET),
    ("[上前]一?年?度?同期(决算)?数?|上一?年(度)?|上一度|去年(度)?(同期)?|(?<!以)前一?年(度)?", Word.PRIOR),
    ("同比(去年|上年)?", Word.SAME_PERIOD),
    ("环比", Word.OTHER_PERIOD),
    ("(人均|车均|户均|平均)[^,。;\\d]{0,12}", Word.AVERAGE),
    ("不可比较?|无可比性?|不具(有|备)?可比性?|无法(计算|比较|对比)", Word.INCOMPARABLE),
    ("相比较?|相较|对比|比较", Word.COMPARED),
    (f"(?<!可)比(?!例|重|率|价|对)|较(?!{_MUCH})|(与|同|和)(?={_YEAR_AHEAD})", Word.AGAINST),
    ("净?(增加|增长|上升|提高|提升|增多|上涨)了?(额|率|幅度|比例)?|增幅|增长率", Word.MORE),
    ("多(支出|安排|于)?(?=\\d)|超[支出过]?(?=[\\d预])", Word.MORE),
    ("净?(减少|下降|降低|压减|缩减|削减|减低|下浮)了?(额|率|幅度|比例)?|降幅|下降率", Word.LESS),
    ("少(支出|安排|于)?(?=\\d)|节约(?=\\d)", Word.LESS),
    ("(基本)?(保持)?(持平|一致|相同|相等|不变|一样)", Word.LEVEL),
    ("(无|没有|未发生)(增减)?变[动化]|无增减", Word.LEVEL),
    ("大于|高于|多于|超过|超出", Word.ABOVE),
    ("小于|低于|少于", Word.BELOW),
    ("等于", Word.EQUAL),
    ("(支出|收入)?(实际)?决算(支出|收入)?总?(数|额|金额)?|(支出)?执行数|支出数", Word.ACTUAL),
    ("实际(支出|执行)数?", Word.ACTUAL),
    ("占(?!用|有|地|股|线|道|比例?[大小高低])[比到]?", Word.SHARE),
    ("均?分别", Word.RESPECTIVELY),
    ("各(?=增|减|下|上|为|\\d)|均|都", Word.EACH),
    ("和|与|及|以及|/", Word.AND),
    ("批次数?|总?人[次数]{1,2}", Word.MEASURE),
    ("（", Word.OPEN),
    ("）", Word.CLOSE),
    (",", Word.COMMA),
    ("、", Word.PAUSE),
)
LEXICON: Final = tuple((expression(pattern), word) for pattern, word in _PATTERNS)
"""What to look for, the more particular before the more general."""

PHRASE_FILL: Final = (
    "(?:"
    "全年|本年|年度|当年|单位|部门|共计|合计|总计|达到|大约|金额|数额|总额|总数|支出|收入|"
    "决算|资金|实际|实现|列支|支付|安排|费用|经费|不足|共有|完成|使用|发生|开支|比例|比重|"
    "比率|左右|累计|先后|组织|组团|参加|一般公共预算财政拨款|财政拨款|\\(含?\\)|为|是|共|计|"
    '达|约|数|额|费|度|的|了|只|仅|在|有|:|"|\\.'
    ")*+"
)
"""Words that may stand between a figure's name and its number without changing whose number it is."""

CLAUSE_FILL: Final = (
    f"{PHRASE_FILL[:-3]}|总体|整体|同时|相应|具体|情况|总|则|也|又|均|各|略|有所|并|其|基本|按同口径|按可比口径|同口径|"
    "今年|中|较|共同|同|分别|因此|从而|由此)*+"
)
"""Words that may stand before 较上年, 增加 or 占 without naming another figure."""
