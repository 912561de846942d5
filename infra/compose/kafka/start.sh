#!/bin/sh
# Formats the log at the first start, with the user that Huiyin signs in as, and runs the broker.
set -eu
umask 077
kafka=/opt/kafka/bin
settings=/etc/huiyin/server.properties
"$kafka/kafka-storage.sh" format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$settings" \
  --add-scram "SCRAM-SHA-512=[name=huiyin,password=$(cat /run/huiyin/password)]"
exec "$kafka/kafka-server-start.sh" "$settings"
