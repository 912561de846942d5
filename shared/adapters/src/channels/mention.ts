/** A mobile number of the mainland, with or without country code, spaces and dashes; undefined when it is none. */
export const mobileIn = (address: string): string | undefined =>
  /^(?:\+?86)?(1[3-9]\d{9})$/.exec(address.replace(/[\s-]/g, ''))?.[1]

/** An open id of Feishu. */
export const openIdIn = (address: string): string | undefined => /^ou_[\da-zA-Z]{1,100}$/.exec(address.trim())?.[0]
