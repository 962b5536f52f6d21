namespace Emergent.Networks;

/// <summary>Counts trials, epochs or runs, and remembers the count before and whether it has just changed.</summary>
/// <remarks>Source: emergent env, Ctr.</remarks>
public sealed class Counter(TimeScale scale, int maximum = 0)
{
    /// <summary>What is counted.</summary>
    public TimeScale Scale { get; } = scale;

    /// <summary>The count, from 0.</summary>
    public int Current { get; private set; }

    /// <summary>The count before the last change, −1 at first.</summary>
    public int Previous { get; private set; } = -1;

    /// <summary>Whether the last step changed the count.</summary>
    public bool Changed { get; private set; }

    /// <summary>Where the count begins again from 0; 0 for never.</summary>
    public int Maximum { get; set; } = maximum;

    /// <summary>Sets the count back to its beginning: −1 where the first step leads to 0.</summary>
    public void Initialize(int current = 0) => (Current, Previous, Changed) = (current, -1, false);

    /// <summary>Adds one; true when the count has reached its maximum and begins again from 0.</summary>
    public bool Increment()
    {
        (Changed, Previous) = (true, Current);
        Current++;
        if (Maximum <= 0 || Current < Maximum) { return false; }
        Current = 0;
        return true;
    }

    /// <summary>Sets the count; <see cref="Changed"/> says whether it was another before.</summary>
    public void Set(int current)
    {
        Changed = current != Current;
        if (Changed) { (Previous, Current) = (Current, current); }
    }

    /// <summary>Marks the count as unchanged in this step.</summary>
    public void Same() => Changed = false;

    /// <summary>The count, the one before it and whether it has just changed.</summary>
    public (int Current, int Previous, bool Changed) Query() => (Current, Previous, Changed);

    /// <summary>The scale and the count: <c>Epoch: 3</c>.</summary>
    public override string ToString() => $"{Scale}: {Current}";
}
