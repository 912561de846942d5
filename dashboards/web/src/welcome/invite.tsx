import type { Session } from '@huiyin/schemas/api.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useAccounts } from '../data/accounts.ts'
import { api, told } from '../data/http.ts'
import { useQueryString, viewOf, visit } from '../data/query-string.ts'
import { learnWords, t } from '../language.ts'
import { WELCOME_WORDS } from '../words-welcome.ts'
import { useNotes } from './standing.ts'

learnWords(WELCOME_WORDS)

/** Where one has just come in, and where one sets something up. */
const helps = (search: string) => search === '' || ['house', 'accounts', 'people'].includes(viewOf(search))

/**
 * Leads an administrator of a house without accounts to the first steps, once; where there is something to see, the
 * demonstration or accounts of a settings file, and nothing was decided yet, it only invites.
 */
export function Invite({ demo }: Pick<Session, 'demo'>) {
  const { noted, note } = useNotes()
  const search = useQueryString()
  const asks = !noted.later
  const accounts = useAccounts(asks).data
  const settings = useQuery({
    queryKey: ['house', 'overview'],
    queryFn: async () => (await told(api.GET('/api/settings'))).rows,
    enabled: asks
  }).data
  const isEmpty = asks && !demo && accounts?.length === 0
  const undecided = asks && (settings?.every(({ kept }) => kept === 0) ?? false)
  const led = useRef(false)
  useEffect(() => {
    if (!isEmpty || led.current) return
    led.current = true
    if (search === '') visit('?view=welcome', { replace: true })
  }, [isEmpty, search])
  if (!undecided || isEmpty || !helps(search)) return null
  return (
    <Alert
      banner
      type="info"
      title={t('welcome.invite')}
      action={
        <>
          <Button size="small" type="primary" onClick={() => visit('?view=welcome')}>
            {t('welcome.begin')}
          </Button>{' '}
          <Button size="small" type="text" onClick={() => note({ later: true })}>
            {t('welcome.not-now')}
          </Button>
        </>
      }
    />
  )
}
