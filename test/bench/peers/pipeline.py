"""A Python pipeline beside ours: reads the comments' topic, labels by a linear model, indexes. Nothing else.

    python3 test/bench/peers/pipeline.py --brokers HOST:PORT --topic NAME --elasticsearch URL --index NAME --train FILE

FILE holds rows {text, label}, one JSON object per line: character 1- to 3-grams seen in two texts or more, sublinear
TF-IDF, logistic regression (C=20, balanced). Says "ready" when it has been trained and the index stands. For each line
"N" on its input it takes the next N comments of the topic and answers a line of JSON: how many it indexed, the seconds
from the first read to the refresh, and its own CPU seconds.
"""

import argparse
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from confluent_kafka import Consumer  # noqa: E402
from elasticsearch import Elasticsearch, helpers  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

AT_ONCE = 2000
KEYWORDS = ("key", "platform", "account", "post", "author", "label")
MAPPINGS = {
    "dynamic": False,
    "properties": {
        **{name: {"type": "keyword"} for name in KEYWORDS},
        "publishedAt": {"type": "long"},
        "confidence": {"type": "double"},
        "text": {"type": "text"},
    },
}


def trained(path):
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    vectors = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True)
    model = LogisticRegression(C=20, class_weight="balanced", max_iter=1000)
    model.fit(vectors.fit_transform([row["text"] for row in rows]), [row["label"] for row in rows])
    return lambda texts: model.predict_proba(vectors.transform(texts)), model.classes_


def document(seen, shares, classes):
    best = shares.argmax()
    author = seen["author"].get("id")
    return {**seen, "author": author, "label": str(classes[best]), "confidence": float(shares[best])}


def take(consumer, elastic, index, count, label, classes):
    done = 0
    while done < count:
        messages = consumer.consume(min(AT_ONCE, count - done), timeout=1.0)
        seen = [json.loads(message.value()) for message in messages if not message.error()]
        if not seen:
            continue
        shares = label([one["text"] for one in seen])
        actions = (
            {"_op_type": "index", "_index": index, "_id": one["id"], "_source": document(one, shares[i], classes)}
            for i, one in enumerate(seen)
        )
        helpers.bulk(elastic, actions, chunk_size=AT_ONCE)
        consumer.commit(asynchronous=False)
        done += len(seen)
    elastic.indices.refresh(index=index)
    return done


def main():
    arguments = argparse.ArgumentParser()
    for name in ("brokers", "topic", "elasticsearch", "index", "train"):
        arguments.add_argument(f"--{name}", required=True)
    of = arguments.parse_args()
    label, classes = trained(of.train)
    elastic = Elasticsearch(of.elasticsearch)
    elastic.indices.create(index=of.index, mappings=MAPPINGS, settings={"number_of_replicas": 0})
    consumer = Consumer(
        {
            "bootstrap.servers": of.brokers,
            "group.id": "python",
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
        }
    )
    consumer.subscribe([of.topic])
    print("ready", flush=True)
    for line in sys.stdin:
        began, used = time.perf_counter(), time.process_time()
        count = take(consumer, elastic, of.index, int(line), label, classes)
        seconds, cpu = time.perf_counter() - began, time.process_time() - used
        print(json.dumps({"count": count, "seconds": seconds, "cpu": cpu}), flush=True)
    consumer.close()


main()
