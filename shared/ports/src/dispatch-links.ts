import { createHash, randomBytes } from 'node:crypto'
import {
  checkLinkToken,
  formToken,
  type LinkSeed,
  linkIdOf,
  linkToken,
  readFormToken
} from '@huiyin/domain/dispatch-link.ts'
import { linkInvalid } from '@huiyin/domain/errors.ts'
import type { Records } from './records.ts'
import { signingSecret } from './signing-secret.ts'

/** Kind of the records to which the tokens lead, by a digest of each. */
const KIND = 'dispatch-link'

/** What stands behind a link: whether it is still good the ticket itself says. */
export interface LinkedDispatch {
  /** Id of the ticket. */
  ticket: string
  dispatch: string
  /** Id of the link on the dispatch. */
  link: string
}

/** One form of the page behind a link. */
export type FormOf = { token: string; act: string }

export interface DispatchLinks {
  /** Makes the token, the same for the same seed. It leads nowhere before `dispatch.link` has put the link on the dispatch. */
  issue: (of: LinkSeed) => Promise<{ token: string; link: string }>
  /** Throws LINK_INVALID; forged ones without a look into the store. */
  resolve: (token: string) => Promise<LinkedDispatch>
  /** What one showing of a form bears. */
  form: (of: FormOf) => Promise<string>
  /** What tells this showing of the form from any other, the same however often it is sent. Throws LINK_INVALID. */
  sent: (given: string, of: FormOf) => Promise<string>
}

/** Links by which a department acts on a dispatch without an account. */
export function openDispatchLinks(records: Records): DispatchLinks {
  const secret = signingSecret(records, 'dispatch-link')

  return {
    async issue(of) {
      const token = linkToken(of, await secret())
      const value: LinkedDispatch = { ticket: of.ticket, dispatch: of.dispatch, link: linkIdOf(token) }
      await records.create<LinkedDispatch>(KIND, { id: rowOf(token), value })
      return { token, link: value.link }
    },
    async resolve(token) {
      checkLinkToken(token, await secret())
      const found = await records.get<LinkedDispatch>(KIND, rowOf(token))
      if (!found) throw linkInvalid('it is not kept here')
      return found.document.value
    },
    form: async of => formToken({ ...of, once: randomBytes(9).toString('base64url') }, await secret()),
    async sent(given, of) {
      const once = readFormToken(given, of, await secret())
      if (once === undefined) throw linkInvalid('the form was made for another link, or was changed')
      return once
    }
  }
}

const rowOf = (token: string) => createHash('sha256').update(token).digest('base64url')
