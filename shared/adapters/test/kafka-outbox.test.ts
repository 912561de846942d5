import { range } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t from 'tap'
import { LARGEST_CUT, type Outgoing, outbox } from '../src/kafka/outbox.ts'

const KB = 1024

const outgoing = (partition: number, bytes: number, index = 0, call = 'call'): Outgoing<string> => ({
  partition,
  key: 'a',
  value: Buffer.alloc(bytes),
  index,
  call
})

t.test('what is sent together', async t => {
  t.test('is at most 512 KB of each partition, in order', async t => {
    const waiting = outbox<string>()
    waiting.put(range(1500, index => outgoing(index % 2, KB, index)))
    const cuts: Outgoing<string>[][] = []
    while (!waiting.isEmpty()) {
      for (const [partition, line] of waiting.cut()) {
        t.ok(line.every(one => one.partition === partition))
        t.ok(line.reduce((sum, { value }) => sum + value.length, 0) <= LARGEST_CUT)
        cuts.push(line)
      }
    }
    t.equal(cuts.length, 4)
    const even = cuts.flat().filter(({ partition }) => partition === 0)
    t.strictSame(
      even.map(({ index }) => index),
      range(750, n => 2 * n)
    )
  })

  t.test('is one event when that alone is larger', async t => {
    const waiting = outbox<string>()
    waiting.put([outgoing(0, LARGEST_CUT), outgoing(0, 1)])
    t.equal(waiting.cut().get(0)?.length, 1)
    t.equal(waiting.cut().get(0)?.length, 1)
    t.ok(waiting.isEmpty())
  })

  t.test('leaves out what is left of a call that failed', async t => {
    const waiting = outbox<string>()
    waiting.put([outgoing(0, 1, 0, 'failed'), outgoing(1, 1, 0, 'other'), outgoing(1, 1, 1, 'failed')])
    waiting.drop(new Set(['failed']))
    t.strictSame([...waiting.cut().values()].flat(), [outgoing(1, 1, 0, 'other')])
    t.ok(waiting.isEmpty())
  })
})
