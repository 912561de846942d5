import openapiTS, { astToString } from 'openapi-typescript'

const HEADER = `// Made from the OpenAPI document by \`npm run client\`. Change the schemas of the api instead.

`

/** The types of an OpenAPI document's requests and answers, as the text of a module. */
export async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document), { alphabetize: false, exportType: true })
  return HEADER + astToString(nodes)
}
