// The error bodies of the Gemini API and what it says of its models, as recorded from the real one.
import { randomUUID } from 'node:crypto';

export interface GeminiError {
  error: { code: number; message: string; status: string; details?: object[] };
}

const service = 'generativelanguage.googleapis.com';
const type = (name: string) => `type.googleapis.com/google.rpc.${name}`;

function error(code: number, status: string, message: string, details?: object[]): GeminiError {
  return { error: { code, message, status, ...(details ? { details } : {}) } };
}

const badKeySentence = 'API key not valid. Please pass a valid API key.';

export const badKey = error(400, 'INVALID_ARGUMENT', badKeySentence, [
  { '@type': type('ErrorInfo'), reason: 'API_KEY_INVALID', domain: 'googleapis.com', metadata: { service } },
  { '@type': type('LocalizedMessage'), locale: 'en-US', message: badKeySentence },
]);

export const noKey = error(
  403,
  'PERMISSION_DENIED',
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
);

/** No word of the real server, which takes such keys: here it is a mistake of ours. */
export const keyInUrl = error(
  400,
  'INVALID_ARGUMENT',
  'The key came in the address, where every log on the way keeps it: send it as x-goog-api-key.',
);

export const forbidden = error(
  403,
  'PERMISSION_DENIED',
  'Generative Language API has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/generativelanguage.googleapis.com/overview?project=123456789012 then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
  [
    {
      '@type': type('ErrorInfo'),
      reason: 'SERVICE_DISABLED',
      domain: 'googleapis.com',
      metadata: { service, consumer: 'projects/123456789012' },
    },
  ],
);

export const internal = error(
  500,
  'INTERNAL',
  'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
);

export const overloaded = error(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.');

export const exhausted = error(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).');

export const invalid = (sentence: string) => error(400, 'INVALID_ARGUMENT', sentence);

export function noModel(model: string): GeminiError {
  const advice = 'Call ModelService.ListModels to see the list of available models and their supported methods.';
  return error(404, 'NOT_FOUND', `models/${model} is not found for API version v1beta, or is not supported for generateContent. ${advice}`);
}

/** Over the limit of a minute, with the time to wait; or of a day, where the time that is given is no help. */
export function overQuota(model: string, per: 'Minute' | 'Day', seconds: number): GeminiError {
  const metric = `${service}/generate_content_free_tier_requests`;
  const limit = per === 'Minute' ? '10' : '250';
  const message = [
    'You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. To monitor your current usage, head to: https://ai.dev/rate-limit. ',
    `* Quota exceeded for metric: ${metric}, limit: ${limit}, model: ${model}`,
    `Please retry in ${seconds}s.`,
  ];
  const quotaId = `GenerateRequestsPer${per}PerProjectPerModel-FreeTier`;
  const violation = { quotaMetric: metric, quotaId, quotaDimensions: { location: 'global', model }, quotaValue: limit };
  return error(429, 'RESOURCE_EXHAUSTED', message.join('\n'), [
    {
      '@type': type('Help'),
      links: [{ description: 'Learn more about Gemini API quotas', url: 'https://ai.google.dev/gemini-api/docs/rate-limits' }],
    },
    { '@type': type('QuotaFailure'), violations: [violation] },
    { '@type': type('RetryInfo'), retryDelay: `${seconds}s` },
  ]);
}

/** The plan has nothing of the model; it says when to come back all the same. */
export function notInPlan(model: string): GeminiError {
  const { error: limited } = overQuota(model, 'Minute', 20);
  return { error: { ...limited, message: limited.message.replace(/limit: \d+/, 'limit: 0'), details: limited.details?.slice(2) ?? [] } };
}

export const noCredit = error(
  429,
  'RESOURCE_EXHAUSTED',
  'Your prepayment credits are depleted. Please go to AI Studio to manage your project and billing.',
);

/** An entry of GET /v1beta/models, and the answer of GET /v1beta/models/{model}. */
export function listed(model: string) {
  return {
    name: `models/${model}`,
    version: '001',
    displayName: model,
    description: 'A fake model',
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'countTokens', 'createCachedContent', 'batchGenerateContent'],
    temperature: 1,
    topP: 0.95,
    topK: 64,
    maxTemperature: 2,
    thinking: true,
  };
}

export const responseId = () => randomUUID().replaceAll('-', '').slice(0, 23);

const harms = ['SEXUALLY_EXPLICIT', 'HATE_SPEECH', 'HARASSMENT', 'DANGEROUS_CONTENT'];

/** The ratings of a blocked candidate: one is high. */
export const safetyRatings = harms.map((harm) => {
  const dangerous = harm === 'DANGEROUS_CONTENT';
  return { category: `HARM_CATEGORY_${harm}`, probability: dangerous ? 'HIGH' : 'NEGLIGIBLE', ...(dangerous ? { blocked: true } : {}) };
});

/** What the Schema of the API knows; JSON schema's other words are refused in responseSchema, and belong in responseJsonSchema. */
const schemaWords = new Set(
  'type format title description nullable enum maxItems minItems properties required minProperties maxProperties minLength maxLength pattern example anyOf propertyOrdering default items minimum maximum'.split(
    ' ',
  ),
);

/** The sentence about the first word that a responseSchema must not hold; null where it is right. */
export function wrongIn(schema: object, at = 'generation_config.response_schema'): string | null {
  for (const [word, value] of Object.entries(schema)) {
    if (!schemaWords.has(word)) return `Invalid JSON payload received. Unknown name "${word}" at '${at}': Cannot find field.`;
    const below: [string, object][] =
      word === 'properties'
        ? Object.entries(value as object).map(([, one], index) => [`properties[${index}].value`, one])
        : word === 'items'
          ? [['items', value]]
          : word === 'anyOf'
            ? (value as object[]).map((one, index) => [`any_of[${index}]`, one])
            : [];
    for (const [place, one] of below) {
      const wrong = wrongIn(one, `${at}.${place}`);
      if (wrong) return wrong;
    }
  }
  return null;
}
