// The error bodies of servers of the OpenAI chat API, as recorded from OpenAI's own and from vLLM, and what they say of their models.

export interface OpenAiError {
  error: { message: string; type: string | null; param: string | null; code: string | number | null };
}

export interface Refusal {
  status: number;
  body: OpenAiError;
  headers?: Readonly<Record<string, string>>;
}

function refusal(status: number, message: string, type: string, code: string | null = null, param: string | null = null): Refusal {
  return { status, body: { error: { message, type, param, code } } };
}

export const badKey = (given: string) =>
  refusal(
    401,
    `Incorrect API key provided: ${given}. You can find your API key at https://platform.openai.com/account/api-keys.`,
    'invalid_request_error',
    'invalid_api_key',
  );

export const noKey = refusal(
  401,
  "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
  'invalid_request_error',
);

export const forbidden = refusal(403, 'You are not allowed to generate output from this model.', 'invalid_request_error');

export const noModel = (model: string) =>
  refusal(
    404,
    `The model \`${model}\` does not exist or you do not have access to it.`,
    'invalid_request_error',
    'model_not_found',
    'model',
  );

export const internal = refusal(
  500,
  'The server had an error while processing your request. Sorry about that!',
  'server_error',
  'internal_error',
);

export const overloaded = refusal(503, 'The engine is currently overloaded, please try again later.', 'server_error');

export const rateLimited = (model: string, seconds: number): Refusal => ({
  ...refusal(
    429,
    `Rate limit reached for ${model} in organization org-x on requests per min (RPM): Limit 3, Used 3, Requested 1.`,
    'requests',
    'rate_limit_exceeded',
  ),
  headers: { 'retry-after': String(seconds) },
});

/** 429 that does not say how long. */
export const exhausted = refusal(429, 'Too many requests.', 'requests', 'rate_limit_exceeded');

export const noCredit = refusal(
  429,
  'You exceeded your current quota, please check your plan and billing details.',
  'insufficient_quota',
  'insufficient_quota',
);

export const tooLong = (model: string) =>
  refusal(
    400,
    `This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (3000 in the messages, 2000 in the completion) of ${model}. Please reduce the length of the messages or 'max_tokens'.`,
    'invalid_request_error',
    'context_length_exceeded',
    'messages',
  );

export const invalid = (message: string, param: string | null = null) =>
  refusal(400, message, 'invalid_request_error', param ? 'unsupported_parameter' : null, param);

/** An entry of GET /v1/models. */
export function listed(id: string) {
  return { id, object: 'model', created: 1_700_000_000, owned_by: 'vllm' };
}
