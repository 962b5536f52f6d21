using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class ActedUponTests
{
    private static readonly string[] Map = ["S.#.", "..#G", "...."];

    private static Tensor<float> Unit(int active, int units = 4)
    {
        var action = new Tensor<float>([units]);
        action[active] = 1;
        return action;
    }

    private static string Message(Action act) => Assert.Throws<EmergentException>(act).Message;

    [Fact]
    public void Agent_reaches_the_goal_by_moving_and_then_starts_again()
    {
        var world = new GridWorldEnvironment(Map) { MoveCost = 0.25f };
        world.Step();
        Assert.Equal((0, 0), world.Place);
        int[] moves = [2, 2, 1, 1, 1, 0];   // down, down, right, right, right, up
        foreach (var move in moves)
        {
            Assert.Equal(0, world.Counters[1].Current);
            world.Act("Move", Unit(move));
            world.Step();
            Assert.Equal(1, world.State("Place")[world.Place.Row, world.Place.Column]);
            Assert.Equal(1, world.State("Place").Values.ToArray().Sum());
            Assert.Equal(world.IsAtGoal ? 0.75f : -0.25f, world.State("Reward")[0]);
        }
        Assert.Equal((1, 3), world.Place);
        Assert.Equal("1,3", world.TrialName);
        world.Act("Move", Unit(0));
        world.Step();
        Assert.Equal((0, 0), world.Place);
        Assert.Equal((1, 0, true), world.Counters[1].Query());
        Assert.Equal(0, world.Counters[2].Current);
        Assert.Equal(0, world.State("Reward")[0]);
    }

    [Fact]
    public void Walls_and_edges_hold_the_agent_and_time_runs_out()
    {
        var world = new GridWorldEnvironment(Map, maximumTrials: 4);
        world.Step();
        foreach (var (move, place) in ((int, (int, int))[])[(0, (0, 0)), (1, (0, 1)), (1, (0, 1)), (3, (0, 0))])
        {
            world.Act("Move", Unit(move));
            world.Step();
            Assert.Equal(place, world.Place);
        }
        Assert.Equal(1, world.Counters[1].Current);   // the fourth move began another episode instead
    }

    [Fact]
    public void Without_an_action_nothing_moves_and_nothing_pays()
    {
        var world = new GridWorldEnvironment(Map);
        for (var i = 0; i < 3; i++) { world.Step(); }
        Assert.Equal((0, 0), world.Place);
        var bandit = new BanditEnvironment([1.0]);
        bandit.Step();
        Assert.Equal((0, 0, "none"), (bandit.State("Reward")[0], bandit.State("Arm")[0], bandit.TrialName));
        Assert.Equal(1, bandit.State("Machine")[0]);
    }

    [Fact]
    public void Arms_pay_as_often_as_they_say_whatever_was_pulled_before()
    {
        var bandit = new BanditEnvironment([0.2, 0.8], seed: 3);
        List<float> Pull(Func<int, int> choose) => [.. Enumerable.Range(0, 2000).Select(i =>
        {
            bandit.Act("Pull", Unit(choose(i), 2));
            bandit.Step();
            Assert.Equal((choose(i), 1), (bandit.PulledArm, bandit.State("Arm")[choose(i)]));
            return bandit.State("Reward")[0];
        })];
        var first = Pull(_ => 0);
        bandit.Initialize(3, 0);
        var second = Pull(_ => 1);
        bandit.Initialize(3, 0);
        var inTurn = Pull(i => i % 2);
        Assert.InRange(first.Sum(), 400 - 4.5 * 17.9, 400 + 4.5 * 17.9);
        Assert.InRange(second.Sum(), 1600 - 4.5 * 17.9, 1600 + 4.5 * 17.9);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (i % 2 == 0 ? first : second)[i]), inTurn);
    }

    [Fact]
    public void Wrong_maps_machines_and_actions_are_refused()
    {
        Assert.Contains("row 1 has 1 squares, row 0 has 2", Message(() => _ = new GridWorldEnvironment(["SG", "."])), StringComparison.Ordinal);
        Assert.Contains("row 0, column 1 is 'x'; a square is #, ., S or G", Message(() => _ = new GridWorldEnvironment(["Sx"])), StringComparison.Ordinal);
        Assert.Contains("has 2 starts", Message(() => _ = new GridWorldEnvironment(["SSG"])), StringComparison.Ordinal);
        Assert.Contains("has 0 starts", Message(() => _ = new GridWorldEnvironment([])), StringComparison.Ordinal);
        Assert.Contains("has no goal", Message(() => _ = new GridWorldEnvironment(["S."])), StringComparison.Ordinal);
        var world = new GridWorldEnvironment(Map);
        Assert.Contains("Call Step first", Message(() => world.State("Place")), StringComparison.Ordinal);
        world.Step();
        Assert.Contains("Did you mean 'Place'?", Message(() => world.State("Plcae")), StringComparison.Ordinal);
        Assert.Contains("takes no action 'Mvoe'. Did you mean 'Move'?", Message(() => world.Act("Mvoe", Unit(0))), StringComparison.Ordinal);
        Assert.Contains("takes 4 units, one for each choice; it was given shape [5]", Message(() => world.Act("Move", Unit(0, 5))), StringComparison.Ordinal);
        Assert.Contains("has no active unit", Message(() => world.Act("Move", new Tensor<float>([4]))), StringComparison.Ordinal);
        Assert.Contains("unit 2 is NaN", Message(() => world.Act("Move", new Tensor<float>([4], [1, 0, float.NaN, 0]))), StringComparison.Ordinal);

        Assert.Contains("has no arms", Message(() => _ = new BanditEnvironment([])), StringComparison.Ordinal);
        Assert.Contains("arm 1 pays with probability 1.5", Message(() => _ = new BanditEnvironment([0.5, 1.5])), StringComparison.Ordinal);
        var bandit = new BanditEnvironment([0.5, 0.5]);
        Assert.Contains("has no arm 2; its 2 arms are 0 to 1", Message(() => bandit.Pull(2)), StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => bandit.Pull(-1));
        bandit.Step();
        Assert.Throws<EmergentException>(() => bandit.State("Prize"));
    }
}
