#!/bin/sh
# Puts a new version in place, readers before those whose words they read, and waits for each:
#   infra/kubernetes/roll.sh infra/kubernetes/overlays/province
# A version that does not become ready ends it there; what was before goes on meanwhile.
set -eu
overlay=${1:?"Say which overlay: infra/kubernetes/overlays/province"}
namespace=${NAMESPACE:-huiyin}
whole=$(mktemp)
trap 'rm -f "$whole"' EXIT
kubectl kustomize "$overlay" > "$whole"
kubectl apply --namespace "$namespace" -f "$whole" --selector 'app.kubernetes.io/name notin (scribe,webhooks,alerter,analyst,api,responder,desk,classifier,collector)'
for service in scribe webhooks alerter analyst api responder desk classifier collector; do
  kubectl apply --namespace "$namespace" -f "$whole" --selector "app.kubernetes.io/name=$service"
  kubectl rollout status --namespace "$namespace" "deployment/$service" --timeout "${TIMEOUT:-300s}"
done
