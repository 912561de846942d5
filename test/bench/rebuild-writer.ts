import { openElasticsearch } from '@huiyin/adapters/elasticsearch/open.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'

// Adds one to the likes of one comment until it is told to end, and says how often that was answered as done. Told to
// hold, it stops its own process between reading and writing; whoever told it lets it go on.

const [node, prefix, id, publishedAt] = process.argv.slice(2)
const { comments, close } = openElasticsearch({ node: node!, prefix: prefix! })
const ref = { id: id!, publishedAt: Number(publishedAt) }
let [acts, conflicts, hold, ended] = [0, 0, false, false]
process.on('message', told => {
  if (told === 'hold') hold = true
  else ended = true
})
process.send!('ready')
while (!ended) {
  const [found] = await comments.getMany([ref])
  const { document, version } = found!
  if (hold) {
    hold = false
    await new Promise<void>(resolve => process.send!('held', () => resolve()))
    process.kill(process.pid, 'SIGSTOP')
  }
  const more: StoredComment = { ...document, likes: (document.likes ?? 0) + 1 }
  const [result] = await comments.putEach([{ document: more, version }])
  if (result!.outcome === 'put') acts += 1
  else conflicts += 1
}
await close()
process.send!({ acts, conflicts }, () => process.disconnect())
