"""A rack of graphics cards: knowledge that has nothing to do with language models."""

from catalogues import Folder, asks, both

_RACK = (
    ("rtx-4090", "GeForce RTX 4090", "nvidia", "24", "1599", "2022-10", "three-slot"),
    ("rtx-4080", "GeForce RTX 4080", "nvidia", "16", "1199", "2022-11", "three-slot"),
    ("rtx-4070", "GeForce RTX 4070", "nvidia", "12", "599", "2023-04", "two-slot"),
    ("rtx-4060", "GeForce RTX 4060", "nvidia", "8", "299", "2023-06", "two-slot"),
    ("rx-7900-xtx", "Radeon RX 7900 XTX", "amd", "24", "999", "2022-12", "three-slot"),
    ("rx-7800-xt", "Radeon RX 7800 XT", "amd", "16", "499", "2023-09", "two-slot"),
    ("rx-6400", "Radeon RX 6400", "amd", "4", "159", "2022-01", "one-slot"),
    ("arc-a770", "Arc A770", "intel", "16", "349", "2022-10", "two-slot"),
    ("arc-a380", "Arc A380", "intel", "6", "139", "2022-06", "two-slot"),
    ("arc-a310", "Arc A310", "intel", "4", "110", "2022-09", "one-slot"),
    ("h100", "H100 SXM", "nvidia", "80", "30000", "2022-03", "module"),
    ("a100", "A100 SXM", "nvidia", "40", "12000", "2020-05", "module"),
    ("mi300x", "Instinct MI300X", "amd", "192", "15000", "2023-12", "module"),
    ("mtt-s80", "MTT S80", "moore-threads", "16", "420", "2022-11", "two-slot"),
)
_VENDORS = (("nvidia", "NVIDIA"), ("amd", "AMD"), ("intel", "Intel"), ("moore-threads", "Moore Threads"))


def gpus() -> Folder:
    """A folder that has nothing to do with language models: graphics cards."""
    attributes = [
        {"id": "vendor", "kind": "category", "name": both("vendor", "厂商"), "of": ["gpu"], "values_from": "vendor"}
        | asks(
            ("Which company sells the {entity}?", "{entity} 是哪家公司的？"),
            ("The {entity} is sold by {value}.", "{entity} 出自 {value}。"),
            ("Which of these is sold by {value}?", "下列哪款出自 {value}？"),
        ),
        {
            "id": "memory",
            "kind": "quantity",
            "name": both("memory", "显存"),
            "of": ["gpu"],
            "unit": "GB",
            "compare": {
                "topic": "cards",
                "most": both("Which of these has the most memory?", "下列哪款显存最大？"),
                "least": both("Which of these has the least memory?", "下列哪款显存最小？"),
            },
        }
        | asks(
            ("How many GB of memory does the {entity} have?", "{entity} 的显存是多少 GB？"),
            ("The {entity} has {value} GB of memory.", "{entity} 的显存是 {value} GB。"),
            ("Which of these has {value} GB of memory?", "下列哪款的显存是 {value} GB？"),
        ),
        {
            "id": "price",
            "kind": "money",
            "name": both("price", "价格"),
            "of": ["gpu"],
            "unit": "USD",
            "volatility": "volatile",
        }
        | asks(
            ("What did the {entity} cost in {as_of}?", "{as_of}，{entity} 卖多少钱？"),
            ("In {as_of}, the {entity} cost {value}.", "{as_of}，{entity} 卖 {value}。"),
            ("Which of these cost {value} in {as_of}?", "{as_of}，下列哪款卖 {value}？"),
        ),
        {"id": "release", "kind": "date", "name": both("release", "上市时间"), "of": ["gpu"]}
        | asks(
            ("In which month did the {entity} come out?", "{entity} 是哪年哪月上市的？"),
            ("The {entity} came out in {value}.", "{entity} 于 {value} 上市。"),
            ("Which of these came out in {value}?", "下列哪款于 {value} 上市？"),
        ),
        {
            "id": "form",
            "kind": "category",
            "name": both("form factor", "尺寸"),
            "of": ["gpu"],
            "values": [
                {"id": name, "name": both(en, zh)}
                for name, en, zh in (
                    ("one-slot", "one slot", "单槽"),
                    ("two-slot", "two slots", "双槽"),
                    ("three-slot", "three slots", "三槽"),
                    ("module", "a module", "模块"),
                )
            ],
        }
        | asks(
            ("How much room does the {entity} take?", "{entity} 占多少位置？"),
            ("The {entity} takes {value}.", "{entity} 占{value}。"),
        ),
    ]
    kinds = [{"id": "gpu", "name": "GPU", "plural": "GPUs"}, {"id": "vendor", "name": "vendor", "plural": "vendors"}]
    entities = [{"id": name, "kind": "vendor", "name": shown, "topic": "cards"} for name, shown in _VENDORS]
    for name, shown, vendor, memory, price, release, form in _RACK:
        facts = {"vendor": vendor, "memory": memory, "price": price, "release": release, "form": form}
        entities.append({"id": name, "kind": "gpu", "name": shown, "topic": "cards", "facts": facts})
    topics = [{"id": "cards", "name": both("Graphics cards", "显卡")}, {"id": "forest", "name": "Forest"}]
    return Folder(topics, {"entity_kinds": kinds, "attributes": attributes}, entities, [])
