import { isAdvertisement } from '@huiyin/analyst/watch/advertising.ts'
import { phraseOf } from '@huiyin/analyst/watch/phrase.ts'
import { placeNames } from '@huiyin/analyst/watch/place-names.ts'
import { openRhythm, volumeOf } from '@huiyin/analyst/watch/rhythm.ts'
import { logGamma, surprise } from '@huiyin/analyst/watch/surprise.ts'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import t from 'tap'
import { cut, DAY, HOUR, MONDAY } from './watch-town.ts'

const near = (a: number, b: number, by = 1e-6) => Math.abs(a - b) <= by * Math.max(1, Math.abs(b))

t.test('surprise', async t => {
  t.test('is minus the logarithm of the tail of a negative binomial distribution', async t => {
    // shape 1 is the geometric distribution: P(N ≥ n) = (m / (1 + m))ⁿ
    t.ok(near(surprise(10, 1, 1), -10 * Math.log10(0.5)))
    t.ok(near(surprise(4, 3, 1), -4 * Math.log10(0.75)))
  })

  t.test('is nothing where no more came than expected', async t => t.equal(surprise(3, 3, 5), 0))

  t.test('grows with what came, and shrinks where it swings more', async t => {
    t.ok(surprise(20, 5, 20) > surprise(15, 5, 20))
    t.ok(surprise(20, 5, 20) > surprise(20, 5, 2))
  })

  t.test('stands on the gamma function', async t => {
    t.ok(near(logGamma(5), Math.log(24)))
    t.ok(near(logGamma(0.5), Math.log(Math.sqrt(Math.PI))))
  })
})

t.test('the rhythm of an account', async t => {
  t.test('knows the hour, days off and holidays, and follows no single burst', async t => {
    const rhythm = openRhythm(officeCalendar())
    const from = MONDAY // 3 August 2026
    const account = rhythm.open('weibo', 'county', from)
    const expected = (at: number) => volumeOf(account, at, at + HOUR)[0]
    const until = Date.UTC(2026, 8, 30, 16) // 1 October, a holiday, Thursday
    for (let at = from; at < until; at += HOUR) {
      const wall = new Date(at + 8 * HOUR)
      const isOff = [0, 6].includes(wall.getUTCDay()) && !['2026-09-20'].includes(wall.toISOString().slice(0, 10))
      const count = wall.getUTCHours() === 9 ? (isOff ? 2 : 20) : 4
      for (let i = 0; i < count; i++) rhythm.count(account, at + i, false)
    }
    const nine = until + 9 * HOUR
    rhythm.follow(account, nine)
    t.ok(expected(nine) < 8, `on a holiday ${expected(nine)}`)
    t.ok(near(expected(nine - DAY), 20, 0.25), `on a worked day ${expected(nine - DAY)}`)
    for (let i = 0; i < 5_000; i++) rhythm.count(account, nine + i, false)
    rhythm.follow(account, nine + DAY)
    t.ok(expected(nine + DAY) < 12, `after a burst ${expected(nine + DAY)}`)
  })
})

t.test('places', async t => {
  const names = (text: string) => placeNames(cut(text)).map(({ name }) => name)
  t.test('are read by their endings, known or not', async t => {
    t.same(names('翠屏小区停水了'), ['翠屏小区'])
    t.same(names('17路公交改线'), ['17路'])
  })
  t.test('are none where nothing is named', async t => {
    for (const text of ['我们小区停水了', '这条路太烂', '马路对面', '救命桥塌了']) t.same(names(text), [], text)
  })
})

t.test('a phrase', async t => {
  const weight = (told: Record<string, number>) => (word: string) => told[word] ?? 0
  t.test('is what most say, in 4 to 12 characters, beginning and ending with a word', async t => {
    const texts = ['阳光小区停水三天了', '我们阳光小区停水三天', '阳光小区停水三天没人管', '求助，阳光小区停水三天！']
    t.equal(phraseOf(texts, cut, weight({ 阳光: 3, 小区: 1, 停水: 5, 三天: 2 })), '阳光小区停水三天')
  })
  t.test('holds no numbers that may be somebody’s', async t => {
    t.notMatch(phraseOf(['加13800000000停水', '13800000000停水'], cut, weight({ 停水: 1, '13800000000': 9 })), /\d/)
  })
  t.test('is none where no word tells', async t =>
    t.equal(
      phraseOf(['啊啊', ''], cut, () => 0),
      undefined
    )
  )
})

t.test('an advertisement', async t => {
  t.test('offers something and says how to reach it', async t => {
    t.ok(isAdvertisement('兼职日结，加微信abc123'))
    t.notOk(isAdvertisement('有人在群里发兼职广告骗人，没人管吗'))
    t.notOk(isAdvertisement('加微信群才能办事，太离谱'))
  })
})
