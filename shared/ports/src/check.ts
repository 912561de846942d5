/** `advisory`: a person has to know, but requests are answered all the same. Its detail holds no secret. */
export type Check = { name: string; ok: boolean; detail: string; advisory?: boolean }
