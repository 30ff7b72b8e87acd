import { gaussLegendre } from '../numerics/quadrature';

/** The drop-out integral of one history and the means under its integrand that gradients need. */
export interface ParetoIntegral {
  /** ln of the integral, −Infinity when tx = T. */
  log: number;
  /** Mean of ln(1 + u/α). */
  logAlpha: number;
  /** Mean of ln(1 + u/β). */
  logBeta: number;
  /** Mean of u ÷ (α + u). */
  shareAlpha: number;
  /** Mean of u ÷ (β + u). */
  shareBeta: number;
}

/** Where the integrand hardly falls, half the points give the same digits. */
const [COARSE, FINE] = [gaussLegendre(8), gaussLegendre(16)];
const HARDLY = 4;

/** A fresh result to be filled again and again: the likelihood asks thousands of times per evaluation. */
export function emptyIntegral(): ParetoIntegral {
  return { log: Number.NEGATIVE_INFINITY, logAlpha: 0, logBeta: 0, shareAlpha: 0, shareBeta: 0 };
}

/**
 * Fills `into` with ∫ₜₓᵀ (1+u/α)^−r (α+u)^−x (1+u/β)^−s (β+u)^−1 du: how likely it is that the buyer left at
 * some u since the last purchase. The textbook form is a difference of two ₂F₁ with a case for α ≷ β, which
 * cancels when tx is near T and has no simple gradient. In y = ln(m + u), m = min(α, β), the integrand is a
 * smooth decaying curve; Gauss–Legendre on panels in which it falls by at most e¹⁰ gives full accuracy with
 * few points, for any parameters, and the gradient at the same points for free.
 */
export function paretoIntegral(
  into: ParetoIntegral,
  parameters: readonly number[],
  x: number,
  tx: number,
  T: number,
): void {
  const r = parameters[0]!;
  const alpha = parameters[1]!;
  const s = parameters[2]!;
  const beta = parameters[3]!;
  const R = r + x;
  const start = Math.min(alpha, beta) + tx;
  const width = Math.log1p((T - tx) / start);
  if (!(width > 0)) {
    into.log = Number.NEGATIVE_INFINITY;
    return;
  }
  const alpha0 = alpha + tx;
  const beta0 = beta + tx;
  const fallAtStart = (R * start) / alpha0 + ((s + 1) * start) / beta0 - 1;
  const reach = fallAtStart > 0 ? Math.min(width, 45 / fallAtStart) : width;
  const further = start * Math.expm1(reach);
  const fallAtEnd =
    (R * (start + further)) / (alpha0 + further) + ((s + 1) * (start + further)) / (beta0 + further);
  const fall = reach * fallAtEnd;
  const panels = Math.min(400, Math.max(1, Math.ceil(Math.max(fall / 10, reach / 2))));
  const { nodes, weights } = fall < HARDLY && reach < 2 ? COARSE : FINE;
  const h = reach / panels;
  // y is itself one of the two logarithms: ln(1 + since ÷ start), of whichever of α and β is the smaller.
  const alphaIsLess = alpha <= beta;
  const other = alphaIsLess ? beta0 : alpha0;
  const byY = alphaIsLess ? 1 - R : -s;
  const byOther = alphaIsLess ? -(s + 1) : -R;
  // Plain lets: this is the innermost loop of everything, destructuring would allocate in it.
  let sum = 0;
  let byLogStart = 0;
  let byLogOther = 0;
  let byShareStart = 0;
  let byShareOther = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const before = sum;
    for (let k = 0; k < nodes.length; k += 1) {
      const y = (panel + nodes[k]!) * h;
      const since = start * Math.expm1(y);
      const logOther = Math.log1p(since / other);
      const f = weights[k]! * Math.exp(byY * y + byOther * logOther);
      sum += f;
      byLogStart += f * y;
      byLogOther += f * logOther;
      byShareStart += (f * (tx + since)) / (start + since);
      byShareOther += (f * (tx + since)) / (other + since);
    }
    if (fallAtStart > 0 && sum - before < 1e-17 * sum) break;
  }
  const untilLastAlpha = Math.log1p(tx / alpha);
  const untilLastBeta = Math.log1p(tx / beta);
  into.log =
    Math.log(sum * h * start) -
    r * untilLastAlpha -
    x * Math.log(alpha0) -
    s * untilLastBeta -
    Math.log(beta0);
  into.logAlpha = untilLastAlpha + (alphaIsLess ? byLogStart : byLogOther) / sum;
  into.logBeta = untilLastBeta + (alphaIsLess ? byLogOther : byLogStart) / sum;
  into.shareAlpha = (alphaIsLess ? byShareStart : byShareOther) / sum;
  into.shareBeta = (alphaIsLess ? byShareOther : byShareStart) / sum;
}
