using System.Buffers.Binary;
using System.Collections;
using System.Security.Cryptography;

namespace Emergent.Data;

/// <summary>One seed for each run, where runs are to have seeds of their own: written down, so that each can be repeated.</summary>
/// <remarks>
/// Seldom needed: a <see cref="CounterRandom"/> takes the run beside the seed, so that one seed already gives every run numbers of its own.
/// Source: emergent erand, Seeds.
/// </remarks>
public sealed class Seeds : IReadOnlyList<long>
{
    private readonly long[] _seeds;

    /// <summary>These seeds, of the first run first.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Seeds(params ReadOnlySpan<long> seeds)
    {
        if (seeds.IsEmpty) { throw new ArgumentException("Give a seed for at least one run.", nameof(seeds)); }
        _seeds = seeds.ToArray();
    }

    /// <summary>How many runs have a seed.</summary>
    public int Count => _seeds.Length;

    /// <summary>The seed of a run, from 0.</summary>
    /// <exception cref="EmergentException">The run has none.</exception>
    public long this[int run] => (uint)run < (uint)_seeds.Length ? _seeds[run]
        : throw new EmergentException($"Run {run} has no seed: there are {_seeds.Length}, for runs 0 to {_seeds.Length - 1}. Make as many seeds as there are runs.");

    /// <summary>Seeds for <paramref name="runs"/> runs that follow from one; more runs leave the first ones' as they were.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of runs is not above 0.</exception>
    public static Seeds Of(int runs, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        var seeds = new long[runs];
        for (var run = 0; run < runs; run++)
        {
            var random = new CounterRandom(seed, run, CounterRandom.StreamOf("seeds"));
            seeds[run] = (long)(((ulong)random.NextBits() << 32) | random.NextBits());
        }
        return new(seeds);
    }

    /// <summary>Seeds that nobody has had before, for runs that are to differ from all earlier ones. Write them down.</summary>
    /// <remarks>The only random numbers of this library that cannot be had again; from the operating system, where the reference takes the time.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of runs is not above 0.</exception>
    public static Seeds Fresh(int runs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        var bytes = RandomNumberGenerator.GetBytes(sizeof(long));
        return Of(runs, BinaryPrimitives.ReadInt64LittleEndian(bytes));
    }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)_seeds).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The seeds as text, with spaces between.</summary>
    public override string ToString() => string.Join(' ', _seeds);
}
