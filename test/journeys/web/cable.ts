import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

/** The wire between a browser and the house, which a test pulls. It carries everything, the live view too. */
export async function openCable(t: Test, house: string) {
  const { hostname, port } = new URL(house)
  const ends = new Set<Socket>()
  let state: 'whole' | 'cut' | 'deaf' = 'whole'
  const drop = () => {
    for (const end of ends) end.destroy()
    ends.clear()
  }
  const server = createServer(near => {
    if (state === 'cut') return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [end, other] of [
      [near, far],
      [far, near]
    ] as const) {
      ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
    near.pipe(far)
    far.on('data', data => {
      if (state === 'deaf') near.destroy()
      else near.write(data)
    })
  }).listen(0, hostname)
  await once(server, 'listening')
  t.teardown(() => {
    server.close()
    drop()
  })
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    /** Nothing goes through any more. */
    cut: () => {
      state = 'cut'
      drop()
    },
    /** Requests still reach the house, its answers are lost. */
    loseAnswers: () => {
      state = 'deaf'
    },
    mend: () => {
      state = 'whole'
      drop()
    }
  }
}
