namespace Emergent.Networks;

/// <summary>A condition on what has been generated so far in a sentence.</summary>
internal abstract record SentenceCondition
{
    public abstract bool IsMet(IReadOnlySet<string> fired, IReadOnlyList<string> tokens);

    /// <summary>The rules that it asks for.</summary>
    public abstract IEnumerable<string> Rules { get; }

    internal sealed record Generated(SentenceElement Element) : SentenceCondition
    {
        public override IEnumerable<string> Rules => Element.IsToken ? [] : [Element.Text];

        public override bool IsMet(IReadOnlySet<string> fired, IReadOnlyList<string> tokens) =>
            Element.IsToken ? tokens.Contains(Element.Text) : fired.Contains(Element.Text);

        public override string ToString() => Element.ToString();
    }

    internal sealed record Not(SentenceCondition Inner) : SentenceCondition
    {
        public override IEnumerable<string> Rules => Inner.Rules;

        public override bool IsMet(IReadOnlySet<string> fired, IReadOnlyList<string> tokens) => !Inner.IsMet(fired, tokens);

        public override string ToString() => Inner is Both ? $"!({Inner})" : $"!{Inner}";
    }

    internal sealed record Both(SentenceCondition Left, bool IsAnd, SentenceCondition Right) : SentenceCondition
    {
        public override IEnumerable<string> Rules => Left.Rules.Concat(Right.Rules);

        public override bool IsMet(IReadOnlySet<string> fired, IReadOnlyList<string> tokens) =>
            IsAnd ? Left.IsMet(fired, tokens) && Right.IsMet(fired, tokens) : Left.IsMet(fired, tokens) || Right.IsMet(fired, tokens);

        public override string ToString() => $"{Inside(Left)} {(IsAnd ? "&&" : "||")} {Inside(Right)}";

        private string Inside(SentenceCondition side) => side is Both both && both.IsAnd != IsAnd ? $"({side})" : side.ToString();
    }
}
