import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { settingsInvalid } from '@huiyin/domain/errors.ts'

/** The certificates in a PEM file; throws SETTINGS_INVALID that names the setting, what was expected and what came. */
export async function readCertificates(name: string, file: string): Promise<string> {
  const text = await readPem(name, file)
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw settingsInvalid(`${name}: expected certificates in PEM in ${file}; there are none`)
  try {
    new X509Certificate(text)
  } catch (error) {
    throw settingsInvalid(`${name}: the certificate in ${file} cannot be read: ${(error as Error).message}`, error)
  }
  return text
}

/** A private key in a PEM file; throws SETTINGS_INVALID. */
export async function readKey(name: string, file: string): Promise<string> {
  const text = await readPem(name, file)
  if (!text.includes('PRIVATE KEY-----')) throw settingsInvalid(`${name}: expected a private key in PEM in ${file}`)
  return text
}

const readPem = (name: string, file: string): Promise<string> =>
  readFile(file, 'utf8').catch(error => {
    throw settingsInvalid(`${name}: the file ${file} cannot be read (${error.code})`, error)
  })
