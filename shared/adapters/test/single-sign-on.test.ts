import t from 'tap'
import { settingsOf } from '../src/settings.ts'

const OIDC = {
  issuer: 'https://id.example.gov.cn',
  clientId: 'huiyin',
  clientSecretEnv: 'OIDC_SECRET',
  name: '统一认证'
}
const publicUrl = 'https://huiyin.example.gov.cn'

t.test('the settings of single sign-on', async t => {
  t.test('take the client’s secret from the environment', async t => {
    const { oidc } = settingsOf({ publicUrl, oidc: OIDC }, { OIDC_SECRET: ' s3cret ' })
    const { clientSecretEnv: _, ...rest } = OIDC
    t.same(oidc, { ...rest, create: false, clientSecret: 's3cret' })
  })

  t.test('are refused in words that hold no secret', async t => {
    const wrong: [object, RegExp][] = [
      [{ oidc: OIDC }, /oidc needs HUIYIN_PUBLIC_URL/],
      [{ publicUrl, oidc: OIDC }, /clientSecretEnv names OIDC_SECRET, which is not set/],
      [{ publicUrl, oidc: { ...OIDC, clientSecret: 's3cret' } }, /expected one of clientSecretEnv and clientSecret/],
      [{ publicUrl, oidc: { ...OIDC, issuer: 'http://id.example.gov.cn' } }, /issuer must be https/],
      [{ publicUrl, oidc: { ...OIDC, secret: 's3cret' } }, /oidc at \/secret is not known/]
    ]
    for (const [given, message] of wrong) {
      t.throws(() => settingsOf(given), { code: 'SETTINGS_INVALID', message })
      t.throws(() => settingsOf(given), { message: /^(?!.*s3cret)/s })
    }
  })
})

t.test('the settings of sign-in have defaults each', async t => {
  t.same(settingsOf({}).signIn, { passwordDays: 90, idleMinutes: 480, absoluteHours: 168, unusedDays: 90 })
  t.match(settingsOf({ signIn: { passwordDays: 0 } }).signIn, { passwordDays: 0, idleMinutes: 480 })
  t.throws(() => settingsOf({ signIn: { idleMinutes: 1 } }), { message: /signIn at \/idleMinutes must be >= 5/ })
})
