import t from 'tap'
import { murmur2, partitionOf } from '../src/kafka/partition.ts'

t.test("hashes as Kafka's own clients do", async t => {
  const vectors = {
    '21': -973932308,
    foobar: -790332482,
    'a-little-bit-long-string': -985981536,
    'a-little-bit-longer-string': -1486304829,
    lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8: -58897971,
    abc: 479470107
  }
  for (const [key, hash] of Object.entries(vectors)) t.equal(murmur2(Buffer.from(key)), hash, key)
})

t.test('a key keeps its partition for ever', async t => {
  const keys = ['', 'a', 'weibo/1001/p1/c1', '微信/公众号/文章/留言', '~5Jd0uTfO']
  t.strictSame(
    keys.map(key => partitionOf(key, 6)),
    [3, 4, 3, 3, 2]
  )
})

t.test('keys are spread over all partitions', async t => {
  const counts = Array.from({ length: 6 }, () => 0)
  for (let n = 0; n < 6000; n++) counts[partitionOf(`weibo/1001/${n}/${n * 7}`, 6)]!++
  t.ok(Math.min(...counts) > 800, `at least 800 of 6000 in each, and it was ${counts}`)
})
