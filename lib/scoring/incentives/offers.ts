// Whether a text offers something to buy, or a reason to buy it. Rules, not a model: each can be read and corrected.

const amount =
  "(?:[$€£¥₹]\\s?\\d+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?\\s?(?:[$€£¥₹]|usd|eur|gbp|chf|euros?|dollars?|pounds?))";
const percent = "\\d{1,2}(?:[.,]\\d)?\\s?(?:%|percent|per cent|prozent|por ?ciento|pour ?cent|per ?cento)";

const rules: readonly RegExp[] = [
  // Per cent or money off.
  new RegExp(
    `${percent}\\s*(?:off\\b|discount\\b|rabatt|nachlass|reduziert|de descuento|de r[ée]duction|di sconto|de desconto|korting|rabat\\b|zniżki|скидк)`,
    "iu",
  ),
  new RegExp(
    `${amount}\\s*(?:off\\b(?!\\s+(?:the|my|your)\\s+(?:shelf|top))|rabatt|nachlass|de descuento|de r[ée]duction|di sconto|korting)`,
    "iu",
  ),
  new RegExp(
    `\\b(?:save|spare?n?(?: sie)?|ahorra|[ée]conomisez|risparmia|bespaar)\\s+(?:up to |bis zu |hasta |jusqu'[àa] |fino a )?(?:${percent}|${amount})`,
    "iu",
  ),
  // A code to type in.
  /\b(?:discount|promo(?:tion(?:al)?)?|voucher|coupon|referral)[\s-]?codes?\b(?=\s*(?:is\b|:|"|“|‘|'|`|[A-Z0-9]{4,}|for\b|at checkout|below|today|and (?:get|save)|to (?:get|save)))/iu,
  /\b(?:[Uu]se|[Ww]ith|[Ee]nter|[Aa]pply|[Mm]it|usa|utilisez|usa il)\s+(?:the |our |this |dem |den |el |le )?(?:promo(?:tion)?|discount|voucher|coupon|rabatt|gutschein|descuento|cupón|sconto|korting)s?[\s-]?(?:code|código|codice)?s?\s*[:"“'‘`]?\s*[A-Z][A-Z0-9]{3,}\b/u,
  /\b(?:rabattcode|gutscheincode|gutscheincodes|aktionscode|rabattaktion|kortingscode|rabatkod|código de descuento|code promo|codice sconto|código promocional|промокод)\b/iu,
  /\b(?:[Uu]se|[Ee]nter|[Aa]pply)\s+(?:the |our |this )?code\s*[:"“'‘`]?\s*(?=[A-Z0-9]*[A-Z])[A-Z0-9]{5,}\b/u,
  // Nothing to pay for sending, two for one.
  /\b(?:free|gratis|kostenlose[rn]?|versandkostenfreie[rn]?)\s+(?:worldwide |international |standard )?(?:shipping|delivery|versand|lieferung|envío|livraison|spedizione|verzending)\b/iu,
  /\b(?:livraison gratuite|envío gratis|spedizione gratuita|frete grátis|envio gratuito|versandkostenfrei)\b/iu,
  /\b(?:buy one,? get one|bogo|two for one|2 for 1|2-for-1|zwei für eins|3 for (?:the price of )?2|dos por uno|2x1)\b/iu,
  // Sales by name, gifts, money back.
  /\b(?:black friday|cyber monday|summer sale|winter sale|flash sale|clearance sale|boxing day sale|sommerschlussverkauf|winterschlussverkauf|rebajas de (?:verano|invierno)|soldes d'(?:été|hiver))\b/iu,
  /\b(?:gift cards?|geschenkkarten?|geschenkgutscheine?|tarjetas? (?:de )?regalo|cartes?[\s-]cadeaux?|carta regalo|cadeaubon)\b(?=.{0,40}\b(?:win|get|earn|worth|for|gewinn|erhalt|gana|gagn|vinc)|.{0,20}[$€£])/iu,
  /\b(?:\d+\s?%\s+)?cash[\s-]?back\b(?=.{0,30}(?:\d|when|on your|offer|reward))/iu,
];

/** Cheap, and true of every text that a rule could match. */
const perhaps =
  /[%$€£¥₹]|percent|per ?cent|prozent|por ?ciento|code|codice|código|cup[oó]n|coupon|voucher|gutschein|rabatt|shipping|delivery|versand|lieferung|envío|envio|livraison|spedizione|verzending|frete|get one|bogo|for one|for 1|2x1|dos por|für eins|price of|friday|monday|sale|schlussverkauf|rebajas|soldes|gift card|geschenk|regalo|cadeau|cash(?:.|)back| off|%off|промокод|korting|rabat/;

export function isOffer(text: string): boolean {
  return perhaps.test(text.toLowerCase()) && rules.some((rule) => rule.test(text));
}
