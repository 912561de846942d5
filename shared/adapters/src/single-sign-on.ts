import { settingsInvalid as invalid } from '@huiyin/domain/errors.ts'
import type { OidcSettings } from '@huiyin/schemas/sign-in.ts'

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The provider with the client's secret that `clientSecretEnv` names. Throws SETTINGS_INVALID, without the secret. */
export function singleSignOn(
  { clientSecretEnv: variable, ...oidc }: OidcSettings,
  publicUrl: string | undefined,
  environment: NodeJS.ProcessEnv
): OidcSettings {
  if (!publicUrl) throw invalid('oidc needs HUIYIN_PUBLIC_URL: the provider sends people back to it')
  if (!URL.canParse(oidc.issuer)) throw invalid(`oidc: issuer must be a whole address; it is ${oidc.issuer}`)
  const { protocol, hostname } = new URL(oidc.issuer)
  if (protocol !== 'https:' && !HERE.has(hostname))
    throw invalid(`oidc: issuer must be https: unless it is on this machine; it is ${oidc.issuer}`)
  if ((variable === undefined) === (oidc.clientSecret === undefined))
    throw invalid('oidc: expected one of clientSecretEnv and clientSecret')
  if (variable === undefined) return oidc
  const clientSecret = environment[variable]?.trim()
  if (!clientSecret) throw invalid(`oidc: clientSecretEnv names ${variable}, which is not set in the environment`)
  return { ...oidc, clientSecret }
}
