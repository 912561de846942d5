import t from 'tap'
import { wasEmpty } from '../src/boards/no-before.ts'
import { plot } from '../src/charts/plot.ts'
import { speak } from '../src/language.ts'
import { percent } from '../src/numbers.ts'
import { platformWords } from '../src/platform-words.ts'
import { platformOfPost, postName } from '../src/post-name.ts'

speak('zh')

t.test('a share in percent', async t => {
  t.test('has one digit behind the point, none where it is 0', async t => {
    t.equal(percent(0.125), '12.5%')
    t.equal(percent(0.5), '50%')
    t.equal(percent(0.126, { digits: 0 }), '13%')
  })

  t.test('that is not whole is not shown as whole where that counts', async t => {
    t.equal(percent(0.9999), '100%')
    t.equal(percent(0.9999, { down: true }), '99.9%')
    t.equal(percent(1, { down: true }), '100%')
  })
})

t.test('a line through numbers stands higher where there is more, and ends at the edges', async t => {
  const { line, area, y } = plot({ x: [0, 2], y: [0, 10], box: { x: [0, 100], y: [0, 20] } })
  t.equal(
    line([
      [0, 0],
      [1, 10],
      [2, 5]
    ]),
    '0.0,20.0 50.0,0.0 100.0,10.0'
  )
  t.equal(
    area(
      [
        [0, 0],
        [2, 10]
      ],
      22
    ),
    '0.0,22 0.0,20.0 100.0,0.0 100.0,22'
  )
  t.equal(area([[0, 0]], 22), '')
  t.equal(y(10), 0)
  t.equal(plot({ x: [5, 5], y: [0, 0], box: { x: [0, 9], y: [0, 9] } }).line([[5, 0]]), '0.0,9.0')
})

t.test('a post', async t => {
  t.test('without a title is called by its platform and time, never by a number', async t => {
    t.equal(postName({ title: '停水通知', platform: 'weibo', at: 0 }), '停水通知')
    t.match(postName({ platform: 'weibo', at: Date.parse('2020-11-20T14:32:00+08:00') }), /^微博 2020年11月20日 14:32/)
    t.equal(postName({}), '（无标题的发布）')
  })

  t.test('is of the platform with which its id begins', async t => {
    t.equal(platformOfPost('weibo/1001/p1'), 'weibo')
  })
})

t.test('what a platform said in English is told to a Chinese reader by its code, with its words behind it', async t => {
  const message = 'WeChat says that we ask too often (45009)'
  const { words, original } = platformWords('45009', message)
  t.notMatch(words, /[a-z]{3}/i)
  t.match(words, /45009/)
  t.equal(original, message)
  t.same(platformWords(undefined, '内容违规'), { words: '内容违规' })
  t.notOk(platformWords('NO_ANSWER', message).original, 'our own words say it already')
})

t.test('a stretch in which nothing was counted is told from one with noughts and numbers', async t => {
  const figure = (figure: string, before: number | null) => ({ figure, value: 3, before })
  t.ok(wasEmpty({ figures: [figure('comments', 0), figure('reply-rate-24h', null)] }))
  t.notOk(wasEmpty({ figures: [figure('comments', 4), figure('urgent', 0)] }))
})
