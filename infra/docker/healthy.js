// Asks this container's own process whether it goes on; plain JavaScript, so that it answers quickly.
const { HUIYIN_HEALTH_PORT: port } = process.env
const url = `http://127.0.0.1:${port}/healthz`
const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(({ message }) => ({ status: message }))
if (answer.status !== 200) {
  process.stderr.write(`${url}: expected 200, got ${answer.status}\n`)
  process.exitCode = 1
}
