import { useQuery } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'
import { known, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { ago, exactTime } from '../time.ts'
import style from './house.module.css'

const SOON = 10_000 // ms

/** What an address was told last, without what was said. */
export function Deliveries({ id, now }: { id: string; now: number }) {
  const { data, error } = useQuery({
    queryKey: ['house', 'deliveries', id],
    queryFn: async () => (await told(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id } } }))).rows,
    refetchInterval: SOON
  })
  return (
    <section className={style.beside} aria-label={t('webhook.deliveries')}>
      <h3>{t('webhook.deliveries')}</h3>
      {error && <p role="alert">{problemWords(error)}</p>}
      {data?.length === 0 && <p className={style.hint}>{t('webhook.no-deliveries')}</p>}
      {data && data.length > 0 && (
        <div className={style.tableBox}>
          <table className={style.table}>
            <thead>
              <tr>
                <th scope="col">{t('webhook.event')}</th>
                <th scope="col">{t('effect.ticket')}</th>
                <th scope="col">{t('webhook.state')}</th>
                <th scope="col">{t('webhook.attempts')}</th>
                <th scope="col">{t('webhook.answer')}</th>
                <th scope="col">{t('webhook.tried-at')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(row => (
                <tr key={row.event}>
                  <td>{known(`event.${row.type}`) ?? row.type}</td>
                  <td>{row.ticket}</td>
                  <td>
                    <ToneMark tone={row.state === 'delivered' ? 'good' : 'soon'}>
                      {t(`webhook.delivery.${row.state}`)}
                    </ToneMark>
                  </td>
                  <td>{row.attempts}</td>
                  <td>
                    {row.status ??
                      (row.why === undefined ? '–' : <span title={row.why}>{t('webhook.no-answer')}</span>)}
                  </td>
                  <td title={exactTime(row.triedAt)}>{ago(row.triedAt, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
