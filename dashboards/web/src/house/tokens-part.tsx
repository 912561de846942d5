import type { TokenActions, TokenRow } from '@huiyin/schemas/token.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { api, told } from '../data/http.ts'
import { useMay } from '../data/may.ts'
import { slowly } from '../form/busy.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { language, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { ago, clockTime, exactTime } from '../time.ts'
import style from './house.module.css'
import { Once } from './once.tsx'
import { PartHead } from './part-head.tsx'
import { timed } from './settings-data.ts'
import { TokenForm } from './token-form.tsx'

const KEY = ['house', 'tokens']

/** Tokens by which programs ask in one's name: made, shown once, and revoked. */
export function TokensPart({ now }: { now: number }) {
  const everybodys = useMay()('people.manage')
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async () =>
      timed(await told(api.GET('/api/tokens', { params: { query: everybodys ? { all: true } : {} } }))).rows
  })
  const actions = useTokenActions()
  if (isPending) return <Loading />
  if (!data) return <Failed title={t('house.failed')} error={error} onRetry={refetch} />
  const made = (token: string) => {
    setSecret(token)
    setMaking(false)
    client.invalidateQueries({ queryKey: KEY })
  }
  return (
    <>
      <PartHead part="tokens" back={making ? () => setMaking(false) : undefined}>
        {!making && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('token.make')}
          </Button>
        )}
      </PartHead>
      {making ? (
        <TokenForm actions={actions} onMade={made} onClose={() => setMaking(false)} />
      ) : (
        <div className={style.scroll}>
          {secret !== undefined && <Once words={t('token.once')} secret={secret} onKept={() => setSecret(undefined)} />}
          {data.length === 0 && <Notice title={t('token.none')} hint={t('token.none-hint')} />}
          <ol className={style.cards}>
            {data.map(row => (
              <TokenCard key={row.id} row={row} actions={actions} now={now} />
            ))}
          </ol>
        </div>
      )}
    </>
  )
}

/** What tokens may be given, in words. */
const useTokenActions = (): TokenActions['rows'] =>
  useQuery({
    queryKey: ['token-actions'],
    queryFn: () => told(api.GET('/api/tokens/actions')),
    staleTime: Number.POSITIVE_INFINITY
  }).data?.rows ?? []

const TONES = { active: 'good', expired: 'plain', revoked: 'plain' } as const

type CardProps = { row: TokenRow; actions: TokenActions['rows']; now: number }

function TokenCard({ row, actions, now }: CardProps) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => told(api.DELETE('/api/tokens/{id}', { params: { path: { id: row.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY })
  })
  const said = row.actions.map(one => actions.find(({ action }) => action === one)?.[language()] ?? one)
  return (
    <li className={style.card} data-past={row.state !== 'active'}>
      <p className={style.line}>
        <strong>{row.name}</strong>
        <ToneMark tone={TONES[row.state]}>{t(`token.state.${row.state}`)}</ToneMark>
        <span className={style.hint}>{row.person}</span>
        <span className={style.when} title={exactTime(row.expiresAt)}>
          {t('token.until', { at: clockTime(row.expiresAt, now) })}
        </span>
        {row.state === 'active' && (
          <Button size="small" loading={slowly(revoke.isPending)} onClick={() => revoke.mutate()}>
            {t('token.revoke')}
          </Button>
        )}
      </p>
      <p className={style.note}>
        {said.join(t('facts.and'))}
        {' · '}
        {row.usedAt === undefined ? t('token.unused') : t('token.used', { at: ago(row.usedAt, now) })}
      </p>
      {revoke.error && <Alert type="error" showIcon title={problemWords(revoke.error)} />}
    </li>
  )
}
