import { CapabilityAbsent, type Platform, PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { redacted } from '../src/platforms/redacted.ts'

const SECRET = '2.00FakeTokenThatNobodyMaySee'
const SAID = `invalid token ${SECRET}`
const HIDDEN = 'invalid token ***'
const TARGET = { post: '1', root: '2', comment: '2' }

/** A platform whose server repeats in its messages what it was sent. */
function echoing(error: PlatformError) {
  const fails = async (): Promise<never> => {
    throw error
  }
  let limit = 140
  const platform = {
    get capabilities() {
      return { replyLimit: limit++ }
    },
    quotas: [],
    replyLength: (text: string) => text.length,
    inbox: fails,
    reply: async () => ({ outcome: 'refused', code: '1', message: SAID }),
    readBack: async () => ({ outcome: 'different', text: SAID, acceptedAt: 1 }),
    check: async () => [{ what: 'sign-in', ok: false, message: SAID }]
  }
  return redacted(platform as unknown as Platform, [SECRET, 'a'])
}

t.test('no message of a platform holds a secret of its account', async t => {
  t.test('neither a finding nor an outcome; what citizens and we wrote stays as it is', async t => {
    const platform = echoing(new PlatformError('1', SAID, 'stop'))
    t.match(await platform.check(), [{ message: HIDDEN, ok: false }])
    t.match(await platform.reply(TARGET, 'a', 'k'), { outcome: 'refused', message: HIDDEN })
    t.match(await platform.readBack(TARGET, { text: 'a' }), { text: SAID })
    t.equal(platform.replyLength('abc'), 3)
  })

  t.test('nor an error, which stays what it was', async t => {
    const errors = [
      new PlatformError('1', SAID, 'retry', 1000),
      new PostGone('77', '1', SAID),
      new CapabilityAbsent('reply', '1', SAID)
    ]
    for (const error of errors) {
      const caught = await echoing(error).inbox!(undefined).catch((thrown: unknown) => thrown)
      t.equal(caught, error)
      t.equal(error.message, HIDDEN)
      t.notOk(error.stack?.includes(SECRET))
    }
  })

  t.test('and what it tells anew each time is asked anew', async t => {
    const platform = echoing(new PlatformError('1', SAID, 'stop'))
    t.equal(platform.capabilities.replyLimit + 1, platform.capabilities.replyLimit)
  })
})
