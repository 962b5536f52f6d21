namespace Emergent.Networks;

/// <summary>A value and the one before it, such as the name of this trial and of the last.</summary>
/// <remarks>For environments of one's own. Source: emergent env, CurPrvString and its like.</remarks>
/// <param name="initial">What both are at first.</param>
public struct CurrentAndPrevious<T>(T initial) : IEquatable<CurrentAndPrevious<T>>
{
    /// <summary>The value now.</summary>
    public T Current { get; private set; } = initial;

    /// <summary>The value before the last <see cref="Set"/>.</summary>
    public T Previous { get; private set; } = initial;

    /// <summary>Whether the last <see cref="Set"/> changed the value.</summary>
    public readonly bool Changed => !EqualityComparer<T>.Default.Equals(Current, Previous);

    /// <summary>Makes the present value the previous one, and another the present.</summary>
    public void Set(T value) => (Previous, Current) = (Current, value);

    /// <inheritdoc/>
    public readonly bool Equals(CurrentAndPrevious<T> other) =>
        EqualityComparer<T>.Default.Equals(Current, other.Current) && EqualityComparer<T>.Default.Equals(Previous, other.Previous);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is CurrentAndPrevious<T> other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Current, Previous);

    /// <summary>Whether both values are the same.</summary>
    public static bool operator ==(CurrentAndPrevious<T> left, CurrentAndPrevious<T> right) => left.Equals(right);

    /// <summary>Whether a value differs.</summary>
    public static bool operator !=(CurrentAndPrevious<T> left, CurrentAndPrevious<T> right) => !left.Equals(right);

    /// <summary>Both as text: <c>B, before A</c>.</summary>
    public override readonly string ToString() => $"{Current}, before {Previous}";
}
