import t from 'tap'
import { scrubbed } from '../src/watch/scrub.ts'

t.test('of a line that leaves', async t => {
  t.test('what looks like a person’s is taken out', async t => {
    for (const personal of [
      '电话 13800138000 谢谢',
      'call +86 138-0013-8000',
      '身份证11010519491231002X',
      'card 6222021234567890123',
      'tel 0571-87654321',
      'mail zhang.san@example.com',
      'weibo/1001/p1/c1/by/5556667771',
      "mapper_parsing_exception: failed. Preview of field's value: '我家住在三单元，电话打不通'"
    ]) {
      const said = scrubbed(JSON.stringify({ level: 40, reason: personal }))
      t.notMatch(
        said,
        /13800138000|0013-8000|11010519491231002|6222021234567890123|87654321|zhang|5556667771|三单元/,
        said
      )
      t.ok(JSON.parse(said), 'it is a line still')
    }
  })

  t.test('what looks like a secret is taken out', async t => {
    for (const secret of [
      'Authorization: Bearer eyJhbGciOi.J9x',
      'https://oapi.dingtalk.com/robot/send?access_token=abcdef123456&x=1',
      'https://elastic:wrong-password@es:9200/_bulk',
      'token hy_3kd93kdkd93kd refused'
    ]) {
      const said = scrubbed(JSON.stringify({ reason: secret }))
      t.notMatch(said, /eyJhbGciOi|abcdef123456|wrong-password|3kd93kdkd93kd/, said)
      t.ok(JSON.parse(said))
    }
    const fields = JSON.stringify({
      password: 'p"w',
      token: 'x',
      credentials: { secret: 'y' },
      text: '您好',
      code: 'OK'
    })
    t.same(JSON.parse(scrubbed(fields)), {
      password: '‹hidden›',
      token: '‹hidden›',
      credentials: '‹hidden›',
      text: '‹hidden›',
      code: 'OK'
    })
  })

  t.test('what is nobody’s stays: times, numbers of tickets, offsets, ids of requests and of the office', async t => {
    const line = JSON.stringify({
      time: 1795348302218,
      ticket: 'H7Q2-9KXM',
      offset: '1844674407',
      request: '3f0c1d52-9a3b-4c55-8a65-1f1d7a0f2b11',
      id: 'weibo/1001/p1/c1/c2',
      by: 'weibo/1001/p1/c1/by/unnamed/c2',
      version: '1.15.12',
      bytes: 15029384756,
      msg: 'answered'
    })
    t.equal(scrubbed(line), line)
  })
})
