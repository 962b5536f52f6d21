using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Emergent.Backprop.Tests;

/// <summary>Properties that hold for drawn numbers, the same at every run.</summary>
internal static class Properties
{
    private static readonly FsCheck.Config Fixed = FsCheck.Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 11), FSharpOption<int>.None)))
        .WithQuietOnSuccess(true);

    /// <summary>Fails where a check of a drawn number throws.</summary>
    public static void ForAll<T>(Gen<T> numbers, int times, Action<T> check) => Check.One(Fixed.WithMaxTest(times), Prop.ForAll(numbers.ToArbitrary(), check));
}
