import type { HouseStatus, ProcessRow } from '@huiyin/schemas/api-status.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { ago, clockTime, exactTime, takes } from '../time.ts'
import style from './health.module.css'

/** One who says nothing for so long has ended, in ms. */
const SILENT = 40_000

/** Who is there, on which machine, and since when. */
export function Processes({ status: { processes }, now }: { status: HouseStatus; now: number }) {
  if (processes.length === 0) return <p className={style.faint}>{t('system.no-services')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
    <section className={style.wide} aria-label={t('system.services')} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            {(['service', 'host', 'since', 'seen', 'stored', 'disk', 'version'] as const).map(name => (
              <th key={name} scope="col">
                {t(`system.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {processes.map(row => (
            <Row key={`${row.service} ${row.host} ${row.startedAt}`} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  row: { service, host, startedAt, seenAt, stored, disk, version },
  now
}: {
  row: ProcessRow
  now: number
}) {
  return (
    <tr>
      <th scope="row">{service === 'huiyin' ? t('system.whole') : service}</th>
      <td>{host}</td>
      <td title={exactTime(startedAt)}>{clockTime(startedAt, now)}</td>
      <td>
        <ToneMark tone={now - seenAt > SILENT ? 'late' : 'good'}>{ago(seenAt, now)}</ToneMark>
      </td>
      <td>{stored && t('system.stored-of', { ago: ago(stored.at, now), time: takes(stored.delay) })}</td>
      <td>{disk && disk.size > 0 && `${Math.round((disk.free / disk.size) * 100)}%`}</td>
      <td>{version}</td>
    </tr>
  )
}
