import type { Person } from '@huiyin/schemas/person.ts'
import { t } from '../language.ts'
import style from './house.module.css'
import type { BesideProps } from './kind.ts'
import { TestMessage } from './test-message.tsx'

/** Whether somebody is reached by each of their channels. */
export function TestMessages({ kept, may }: BesideProps) {
  const { id, contacts } = kept.value as Person
  if (!may || contacts.length === 0) return null
  const channels = [...new Set(contacts.map(({ channel }) => channel))]
  return (
    <section className={style.beside} aria-label={t('test.title')}>
      <h3>{t('test.title')}</h3>
      {channels.map(channel => (
        <TestMessage key={channel} channel={channel} person={id} name={channel} />
      ))}
    </section>
  )
}
